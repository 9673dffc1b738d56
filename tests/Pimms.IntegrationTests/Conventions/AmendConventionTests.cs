using System.Net;

namespace Pimms.IntegrationTests;

public sealed class AmendConventionTests(Platform platform)
{
    private readonly Agreements agreements = new(platform);

    [Fact]
    public async Task Adds_a_version_that_holds_from_its_day_on()
    {
        var convention = await agreements.Active();
        var procedure = convention.Json.GetProperty("procedures")[0].GetProperty("procedureId").GetGuid();
        convention = await convention.Do("amendments", convention.Amendment(Agreements.Today.AddDays(2), body => body["procedures"] = new[] { Agreements.Promise(procedure, 1, 5) }));
        Assert.Equal([10, 5], convention.Json.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("procedures")[0].GetProperty("answerWithinDays").GetInt32()));
        Assert.Equal(10, convention.Json.GetProperty("procedures")[0].GetProperty("answerWithinDays").GetInt32());
    }

    [Fact]
    public async Task Refuses_to_change_the_past_or_the_beginning()
    {
        var convention = await agreements.Active();
        using var past = await convention.Try("amendments", convention.Amendment(Agreements.Today.AddDays(-1)));
        Assert.Equal(["effectiveOn"], await past.Fields());
        using var start = await convention.Try("amendments", convention.Amendment(Agreements.Today, body => body["startsOn"] = Agreements.Today));
        Assert.Equal(["startsOn"], await start.Fields());
    }

    [Fact]
    public async Task Refuses_what_another_convention_covers_at_the_procedures_row()
    {
        var (partner, unit, first) = await platform.NewPartner();
        var second = (await platform.Send("admin", new Partners.AddProcedure(unit, "Autre", ""))).Value;
        await agreements.Active(partner, second);
        var convention = await agreements.Active(partner, first);
        using var answer = await convention.Try("amendments", convention.Amendment(Agreements.Today, body => body["procedures"] = new[] { Agreements.Promise(first), Agreements.Promise(second) }));
        Assert.Equal((HttpStatusCode.BadRequest, "procedures[1].procedureId"), (answer.StatusCode, (await answer.Fields()).Single()));
    }

    [Fact]
    public async Task Is_not_for_drafts()
    {
        var convention = await agreements.Draft();
        using var answer = await convention.Try("amendments", convention.Amendment(Agreements.Today));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }
}
