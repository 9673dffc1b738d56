using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>On a platform whose clock moves on.</summary>
public sealed class ReplacementDaysTests : IAsyncLifetime
{
    private static readonly Guid Valdegour = DemonstrationId.Of("site:valdegour");
    private static readonly Guid Pissevin = DemonstrationId.Of("site:pissevin");
    private readonly MovedClock clock = new();
    private Platform platform = null!;

    public async ValueTask InitializeAsync() => platform = await Platform.Start(new() { Clock = clock });

    [Fact]
    public async Task Begins_and_ends_by_itself_on_its_days_and_gives_no_role()
    {
        await platform.Say("admin", "lead.valdegour", "mediator.pissevin", 1, 2);
        Assert.Equal([Pissevin], await Sites());
        ToMidnight();
        Assert.Equal([Pissevin, Valdegour], await Sites());
        using (var mediator = await platform.As("mediator.pissevin"))
        {
            Assert.Equal(HttpStatusCode.OK, (await mediator.Open($"/cases/{await CaseAt(Valdegour)}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await mediator.Open("/people")).Status);
            var user = await Personas.Of(platform.Services, "mediator.pissevin");
            Assert.Equal((Role.Mediator, $"site:{Pissevin}"), (user.Role, user.JournalChain));
        }
        ToMidnight();
        clock.Advance(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(50));
        Assert.Equal([Pissevin, Valdegour], await Sites());
        ToMidnight();
        Assert.Equal([Pissevin], await Sites());
        using var after = await platform.As("mediator.pissevin");
        Assert.Equal(HttpStatusCode.NotFound, (await after.Open($"/cases/{await CaseAt(Valdegour)}")).Status);
    }

    [Fact]
    public async Task Ends_at_once_and_for_good_when_the_absent_person_has_no_access_any_more()
    {
        var absence = await platform.Say("lead.valdegour", "nadia.cherif", "mediator.pissevin", 0, 9);
        using var program = await platform.Api("mediator.pissevin");
        Assert.Equal([Pissevin, Valdegour], await program.Bounds("siteIds"));
        await Deactivate("nadia.cherif");
        Assert.Equal([Pissevin], await program.Bounds("siteIds"));

        await Ended(absence);
        Assert.Null((await platform.Send("admin", new ActivatePerson(Absent.Person("nadia.cherif"), await Version("nadia.cherif")))).Refusal);
        Assert.Equal([Pissevin], await Sites());
    }

    [Fact]
    public async Task Ends_when_the_replacement_has_no_access_any_more()
    {
        var absence = await platform.Say("admin", "agent.energie", "agent3.energie", 0, 9);
        await Deactivate("agent3.energie");
        await Ended(absence);
    }

    [Fact]
    public async Task Covers_no_more_than_the_absent_person_has_left()
    {
        var (ccas, etatCivil) = (DemonstrationId.Of("unit:ville-ccas"), DemonstrationId.Of("unit:ville-etat-civil"));
        await platform.Say("admin", "agent2.ville", "agent.ville", 0, 9);
        using var program = await platform.Api("agent.ville");
        Assert.Equal([ccas, etatCivil], await program.Bounds("unitIds"));
        Assert.Null((await platform.Send("admin", new ChangeAccess { PersonId = Absent.Person("agent2.ville"), Version = await Version("agent2.ville"), Role = Role.PartnerAgent, UnitIds = [ccas] })).Refusal);
        Assert.Equal([ccas], await program.Bounds("unitIds"));
    }

    [Fact]
    public async Task Can_be_ended_by_a_lead_after_the_absent_persons_sites_have_changed()
    {
        await platform.Say("admin", "mediator.pissevin", "nadia.cherif", 0, 9);
        Assert.Null((await platform.Send("admin", new ChangeAccess { PersonId = Absent.Person("mediator.pissevin"), Version = await Version("mediator.pissevin"), Role = Role.Mediator, SiteIds = [Valdegour] })).Refusal);
        var absence = Assert.Single((await platform.Send("lead.valdegour", new ReadAbsences(Absent.Person("mediator.pissevin")))).Value);
        Assert.Equal(RefusalTypes.NotFound, (await platform.Send("lead.pissevin", new CancelReplacement(absence.PersonId, absence.Id, absence.Version))).Refusal!.Type);
        Assert.Null((await platform.Send("lead.valdegour", new CancelReplacement(absence.PersonId, absence.Id, absence.Version))).Refusal);
    }

    [Fact]
    public async Task Sends_the_absent_persons_mails_to_both()
    {
        await platform.Say("admin", "agent2.energie", "agent3.energie", 0, 1);
        Assert.Equal(["lucie.arnaud@energie.example", "mehdi.bouzid@energie.example"], await Told("Close"));
        clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(["mehdi.bouzid@energie.example"], await Told("Close"));
    }

    [Fact]
    public async Task Is_forgotten_with_the_journal()
    {
        await platform.Say("admin", "agent2.energie", "agent3.energie", 0, 1);
        clock.Advance(TimeSpan.FromDays(300));
        Assert.Equal(1, await Left());
        clock.Advance(TimeSpan.FromDays(70));
        Assert.Equal(0, await Left());
    }

    private async Task<long> Left()
    {
        await platform.Within(CurrentUser.System("tests"), async services => (await services.GetRequiredService<MediatR.IMediator>().Send(new ForgetAbsences())).Refusal is null);
        await using var database = await platform.Superuser.OpenConnectionAsync();
        return await database.Value<long>("select count(*) from users.absences where replacement_id = $1", Absent.Person("agent3.energie"));
    }

    private async Task<List<string>> Told(string move)
    {
        var happened = NotifyOfReferralTests.Happened(move, "agent2.energie") with { At = clock.GetUtcNow() };
        await SendMailsTests.React(platform, happened);
        return await platform.Ask("select to_address from users.mails where referral_id = $1 order by 1", happened.ReferralId);
    }

    private async Task<List<Guid>> Sites()
    {
        using var program = await platform.Api("mediator.pissevin");
        return await program.Bounds("siteIds");
    }

    private async Task<string> CaseAt(Guid site) => (await platform.Ask("select id from referrals.cases where site_id = $1 limit 1", site)).Single();

    private async Task<uint> Version(string userName) => (await platform.Send("admin", new ReadPerson(Absent.Person(userName)))).Value.Version;

    private async Task Deactivate(string userName) => Assert.Null((await platform.Send("admin", new DeactivatePerson(Absent.Person(userName), await Version(userName)))).Refusal);

    private async Task Ended(Guid absence)
    {
        await using var database = await platform.Superuser.OpenConnectionAsync();
        await Patience.Until(() => database.Value<bool>("select ended_at is not null from users.absences where id = $1", absence));
    }

    /// <summary>To the first minute of the next day in Paris. What a request just learned of a person is remembered for two seconds of real time.</summary>
    private void ToMidnight()
    {
        clock.MoveTo(WorkingCalendar.EndOf(Absent.Today(clock)).AddMinutes(1));
        platform.Services.GetRequiredService<AdmissionCache>().Forget(Absent.Person("mediator.pissevin").ToString());
    }

    public async ValueTask DisposeAsync() => await platform.DisposeAsync();
}
