using System.Net;

namespace Pimms.IntegrationTests;

public sealed class OverlappingConventionsTests(Platform platform)
{
    private readonly Agreements agreements = new(platform);

    [Fact]
    public async Task Refuses_a_second_convention_for_the_same_procedure_and_says_which()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        await agreements.Active(partner, procedure, body => body["reference"] = "2027-001");
        using var answer = await (await agreements.Draft(partner, procedure)).Try("activate", Agreements.Signature);
        Assert.Equal((HttpStatusCode.BadRequest, "replace"), (answer.StatusCode, (await answer.Fields()).Single()));
        Assert.Contains("2027-001", (await answer.Problem()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_two_at_once_is_refused()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        var drafts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => agreements.Draft(partner, procedure)));
        var answers = await Task.WhenAll(drafts.Select(draft => draft.Try("activate", Agreements.Signature)));
        Assert.Equal(1, answers.Count(answer => answer.IsSuccessStatusCode));
        Assert.Equal(1L, (await platform.Ask("select count(*) from conventions.conventions where partner_id = $1 and state = 'Active'", partner)).Select(long.Parse).Single());
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Fact]
    public async Task A_convention_that_renews_by_itself_leaves_no_room_after_its_end()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        await agreements.Active(partner, procedure, body => body["renewal"] = new { months = 12, noticeMonths = 3 });
        var next = await agreements.Draft(partner, procedure, body => (body["startsOn"], body["endsOn"]) = (Agreements.Today.AddDays(400), Agreements.Today.AddDays(700)));
        using var answer = await next.Try("activate", Agreements.Signature);
        Assert.Equal(["replace"], await answer.Fields());
    }

    [Fact]
    public async Task Takes_the_place_of_the_one_before_when_that_is_said()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        var old = await agreements.Active(partner, procedure);
        var next = await agreements.Draft(partner, procedure, body => (body["startsOn"], body["endsOn"]) = (Agreements.Today.AddDays(20), Agreements.Today.AddDays(700)));
        await next.Do("activate", new { signedOn = Agreements.Today, signatories = new[] { new { name = "Hélène Castan", capacity = "présidente" } }, replace = true });
        old = await old.Again();
        Assert.Equal(("Active", Agreements.Today.AddDays(19).ToString("O", null), "ReplacementAnnounced"), (old.State, old.Text("endsOn"), old.History.Last()));
    }

    [Fact]
    public async Task Dates_that_follow_one_another_are_no_overlap()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        await agreements.Active(partner, procedure);
        var next = await agreements.Draft(partner, procedure, body => (body["startsOn"], body["endsOn"]) = (Agreements.Today.AddDays(301), Agreements.Today.AddDays(700)));
        Assert.Equal("Active", (await next.Do("activate", Agreements.Signature)).State);
    }

    [Fact]
    public async Task Is_not_prolonged_into_the_one_that_follows()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        var first = await agreements.Active(partner, procedure);
        await agreements.Active(partner, procedure, body => (body["startsOn"], body["endsOn"]) = (Agreements.Today.AddDays(310), Agreements.Today.AddDays(700)));
        using var answer = await first.Try("prolong", new { reason = "x", endsOn = Agreements.Today.AddDays(320) });
        Assert.Equal(["endsOn"], await answer.Fields());
        Assert.Equal("Prolonged", (await first.Do("prolong", new { reason = "x", endsOn = Agreements.Today.AddDays(309) })).State);
    }
}
