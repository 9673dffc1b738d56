using System.Net;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>On a platform of its own: people leave.</summary>
public sealed class LeavingTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task Says_what_a_mediator_leaves_and_hands_it_to_the_one_chosen()
    {
        var (leaver, successor) = (DemonstrationId.Of("person:mediator.valdegour"), DemonstrationId.Of("person:nadia.cherif"));
        await using var database = await platform.Superuser.OpenConnectionAsync();
        var cases = await database.Value<long>("select count(*) from referrals.cases where mediator_id = $1", leaver);
        var before = await database.Value<long>("select count(*) from referrals.cases where mediator_id = $1", successor);
        Assert.NotEqual(0, cases);

        using var lead = await platform.As("lead.valdegour");
        var page = await lead.Open($"/people/{leaver}/deactivate");
        Assert.Contains($"{cases} dossiers à sa charge", page.Text, StringComparison.Ordinal);
        var unsaid = await page.Submit();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.NotNull(unsaid.Document.QuerySelector(".error-summary a[href='#Input_SuccessorId']"));
        Assert.Equal(HttpStatusCode.OK, (await unsaid.Submit([("Input.SuccessorId", successor.ToString())])).Status);
        await Patience.Until(async () => await database.Value<long>("select count(*) from referrals.cases where mediator_id = $1", successor) == before + cases);
    }

    [Fact]
    public async Task Hands_an_agents_referrals_to_a_colleague_of_the_same_unit_only()
    {
        var (leaver, colleague) = (DemonstrationId.Of("person:agent.energie"), DemonstrationId.Of("person:agent2.energie"));
        await using var database = await platform.Superuser.OpenConnectionAsync();
        var open = await database.Value<long>("select count(*) from referrals.referrals where assignee_id = $1 and state in ('Sent', 'Accepted', 'InformationRequested', 'OnHold')", leaver);
        Assert.NotEqual(0, open);
        var person = (await platform.Send("manager.energie", new ReadPerson(leaver))).Value;
        var stranger = await platform.Send("manager.energie", new DeactivatePerson(leaver, person.Version, DemonstrationId.Of("person:agent.eau")));
        Assert.Equal("SuccessorId", Assert.Single(stranger.Refusal!.Errors).Field);

        Assert.Null((await platform.Send("manager.energie", new DeactivatePerson(leaver, person.Version, colleague))).Refusal);
        await Patience.Until(async () => await database.Value<long>("select count(*) from referrals.referrals where assignee_id = $1 and state in ('Sent', 'Accepted', 'InformationRequested', 'OnHold')", leaver) == 0);
        Assert.InRange(await database.Value<long>("select count(*) from referrals.referrals where assignee_id = $1", colleague), open, long.MaxValue);
    }

    [Fact]
    public async Task Is_a_site_leads_to_close_for_its_own_mediators_only()
    {
        using var lead = await platform.As("lead.pissevin");
        Assert.Equal(HttpStatusCode.NotFound, (await lead.Open($"/people/{DemonstrationId.Of("person:nadia.cherif")}/deactivate")).Status);
        Assert.Equal(HttpStatusCode.OK, (await lead.Open($"/people/{DemonstrationId.Of("person:mediator.pissevin")}/deactivate")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.Open($"/people/{DemonstrationId.Of("person:lead.pissevin")}/deactivate")).Status);
    }
}
