using Microsoft.Extensions.Time.Testing;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>On a platform whose clock moves on.</summary>
public sealed class EndInactiveTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private Platform platform = null!;

    public async ValueTask InitializeAsync() => platform = await Platform.Start(new() { Clock = clock });

    [Fact]
    public async Task Warns_twice_and_then_closes_and_never_the_last_administrator()
    {
        using var agent = await platform.As("agent.eau");
        using var admin = await platform.As("admin");
        Assert.Equal("0|True", await After(119));
        Assert.Equal("1|True", await After(1));
        Assert.Equal("1|True", await After(1));
        Assert.Equal("2|True", await After(29));
        Assert.Equal("2|False", await After(30));
        await using var database = await platform.Superuser.OpenConnectionAsync();
        Assert.True(await database.Value<bool>("select active from users.people where user_name = 'admin'"));
    }

    [Fact]
    public async Task Counts_anew_from_a_sign_in()
    {
        using (await platform.As("agent.eau"))
            await After(130);
        using var back = await platform.As("agent.eau");
        Assert.Equal("1|True", await After(60));
    }

    /// <summary>How many warnings the agent has, and whether it may still enter.</summary>
    private async Task<string> After(int days)
    {
        clock.Advance(TimeSpan.FromDays(days));
        await platform.Within(CurrentUser.System("tests"), async services =>
            (await ((MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!).Send(new EndInactive())).Refusal is null);
        await using var database = await platform.Superuser.OpenConnectionAsync();
        return (await database.Rows("select (select count(*) from users.mails m where m.person_id = p.id and m.kind = 'WarnOfInactivity'), p.active from users.people p where user_name = 'agent.eau'")).Single();
    }

    public async ValueTask DisposeAsync() => await platform.DisposeAsync();
}
