using Microsoft.Extensions.DependencyInjection;
using Pimms.Conventions;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>What conventions do by themselves: several hosts at once, and people who leave.</summary>
public sealed class ConventionSchedulesTests(Platform platform)
{
    private readonly Agreements agreements = new(platform);

    [Fact]
    public async Task Renews_once_however_many_hosts_look_at_once()
    {
        var convention = await agreements.Active(change: body => (body["startsOn"], body["endsOn"], body["renewal"]) =
            (Agreements.Today.AddDays(-40), Agreements.Today.AddDays(-1), new { months = 12, noticeMonths = 1 }));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => platform.Within(CurrentUser.System("renew-conventions"), services => services.GetRequiredService<MediatR.IMediator>().Send(new RenewConventions()))));
        convention = await convention.Again();
        Assert.Single(convention.History, step => step == "Renewed");
        Assert.Equal(Agreements.Today.AddMonths(12).AddDays(-1).ToString("O", null), convention.Text("endsOn"));
    }

    [Fact]
    public async Task Ends_once_when_the_last_day_went_by_and_running_referrals_keep_their_version()
    {
        var convention = await agreements.Active(change: body => body["endsOn"] = Agreements.Today);
        await platform.Within(CurrentUser.System("tests"), async services =>
        {
            await using var work = await services.GetRequiredService<DatabaseSession>().Begin(services.GetRequiredService<CurrentUser>(), CancellationToken.None);
            await (await services.GetRequiredService<DatabaseSession>().Start(CancellationToken.None)).Execute("update conventions.conventions set ends_on = ends_on - 1 where id = $1", convention.Id);
            await work.Commit(CancellationToken.None);
            return 0;
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => platform.Within(CurrentUser.System("expire-conventions"), services => services.GetRequiredService<MediatR.IMediator>().Send(new ExpireConventions()))));
        convention = await convention.Again();
        Assert.Equal(("Ended", 1), (convention.State, convention.History.Count(step => step == "Expired")));
    }

    [Fact]
    public async Task The_deputy_takes_over_from_a_referent_who_loses_access()
    {
        var leaving = (await platform.Send("admin", new InvitePerson { Email = $"depart.{Guid.NewGuid():N}@pimms-demonstration.example", GivenName = "Ana", FamilyName = "Départ", Role = Role.Administrator })).Value;
        var convention = await agreements.Active(change: body => body["referents"] = new { association = leaving, associationDeputy = DemonstrationId.Of("person:admin") });
        await platform.Within(CurrentUser.System("conventions.replace-referent"), async services =>
        {
            await using var work = await services.GetRequiredService<DatabaseSession>().Begin(services.GetRequiredService<CurrentUser>(), CancellationToken.None);
            await ActivatorUtilities.CreateInstance<ReplaceReferent>(services).React(new(leaving, TimeProvider.System.GetUtcNow()), CancellationToken.None);
            await work.Commit(CancellationToken.None);
            return 0;
        });
        convention = await convention.Again();
        Assert.Equal(("DeputyTookOver", DemonstrationId.Of("person:admin")), (convention.History.Last(), convention.Json.GetProperty("referents").GetProperty("association").GetGuid()));
    }
}
