using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>On a platform whose clock moves on.</summary>
public sealed class EndInactiveTests : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private Platform platform = null!;

    public async ValueTask InitializeAsync() => platform = await Platform.Start(new() { Clock = clock });

    [Fact]
    public async Task Warns_twice_and_then_closes_and_never_the_last_administrator()
    {
        using var agent = await platform.As("agent.eau");
        using var admin = await platform.As("admin");
        await After(119, "0|True");
        await After(1, "1|True");
        await After(1, "1|True");
        await After(29, "2|True");
        await After(30, "2|False");
        await using var database = await platform.Superuser.OpenConnectionAsync();
        Assert.True(await database.Value<bool>("select active from users.people where user_name = 'admin'"));
    }

    [Fact]
    public async Task Counts_anew_from_a_sign_in()
    {
        using (await platform.As("agent.eau"))
            await After(130, "1|True");
        // What a request just learned of a person is remembered for two seconds of real time; here they may be half a year.
        await using (var database = await platform.Superuser.OpenConnectionAsync())
            platform.Services.GetRequiredService<AdmissionCache>().Forget((await database.Rows("select subject from users.people where user_name = 'agent.eau'")).Single());
        using var back = await platform.As("agent.eau");
        await After(60, "1|True");
    }

    /// <summary>How many warnings the agent has then, and whether it may still enter. The host's own schedule looks too, and may be at it just now.</summary>
    private async Task After(int days, string expected)
    {
        clock.Advance(TimeSpan.FromDays(days));
        await using var database = await platform.Superuser.OpenConnectionAsync();
        var found = "";
        for (var patience = 50; patience > 0 && found != expected; patience--)
        {
            await platform.Within(CurrentUser.System("tests"), async services => (await services.GetRequiredService<IMediator>().Send(new EndInactive())).Refusal is null);
            found = (await database.Rows("select (select count(*) from users.mails m where m.person_id = p.id and m.kind = 'WarnOfInactivity'), p.active from users.people p where user_name = 'agent.eau'")).Single();
            await Task.Delay(100);
        }
        Assert.Equal(expected, found);
    }

    public async ValueTask DisposeAsync() => await platform.DisposeAsync();
}
