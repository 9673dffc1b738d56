using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class ReadReferralTests(Platform platform)
{
    private readonly Counter counter = new(platform);

    [Theory]
    [InlineData("mediator.valdegour")]
    [InlineData("mediator.pissevin")]
    [InlineData("agent.energie")]
    [InlineData("agent.eau")]
    [InlineData("agent.transports")]
    [InlineData("manager.energie")]
    public async Task Offers_exactly_the_moves_that_are_allowed_in_every_state(string reader)
    {
        using var visitor = await platform.As(reader);
        var rows = (await counter.OfTheDemonstration(reader)).Where(row => row.State != ReferralState.Draft).DistinctBy(row => row.State).ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var page = await visitor.Open($"/referrals/{row.Id}");
            var view = (await platform.Send(reader, new ReadReferral(row.Id))).Value;
            var offered = page.Document.QuerySelectorAll("[data-move]").Select(button => button.GetAttribute("data-move")!).Order();
            Assert.Equal(view.AllowedMoves.Select(move => move.ToString()).Order(), offered);
            Assert.True(page.Document.QuerySelectorAll("[data-move].btn-primary").Length <= 1);
            Assert.DoesNotContain("[", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("agent.eau")]
    [InlineData("mediator.pissevin")]
    public async Task Does_not_exist_for_others(string stranger)
    {
        using var visitor = await platform.As(stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"/referrals/{await counter.Sent()}")).Status);
    }

    [Fact]
    public async Task Is_not_for_administrators()
    {
        using var admin = await platform.As("admin");
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.Open($"/referrals/{await counter.Sent()}")).Status);
    }

    [Fact]
    public async Task Shows_the_partner_what_is_due_after_acceptance_only_then()
    {
        var id = await counter.Sent();
        using var agent = await platform.As("agent.energie");
        var before = await agent.Open($"/referrals/{id}");
        Assert.Contains("visible après prise en charge", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("5 rue Kepler", before.Source, StringComparison.Ordinal);

        var after = await before.Submit(form: "form[action$='/accept']");
        Assert.Equal($"/referrals/{id}", after.Address.AbsolutePath);
        Assert.Contains("5 rue Kepler", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("visible après prise en charge", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_a_note_on_its_own_side_and_shares_a_message()
    {
        var id = await counter.Accepted();
        using var agent = await platform.As("agent.energie");
        var page = await agent.Open($"/referrals/{id}");
        page = await page.Submit([("Input.Text", "Note entre nous"), ("Input.Visibility", "OwnSide")], form: "form[action$='/messages']");
        page = await page.Submit([("Input.Text", "Bonjour au site")], form: "form[action$='/messages']");
        Assert.Contains("Note entre nous", page.Document.QuerySelector(".message.own-side")!.TextContent, StringComparison.Ordinal);

        using var mediator = await platform.As("mediator.valdegour");
        var seen = await mediator.Open($"/referrals/{id}");
        Assert.Contains("Bonjour au site", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Note entre nous", seen.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_the_mediator_when_the_partner_has_read_it()
    {
        var id = await counter.Sent();
        using var mediator = await platform.As("mediator.valdegour");
        Assert.Contains("Pas encore ouverte", (await mediator.Open($"/referrals/{id}")).Text, StringComparison.Ordinal);
        using var agent = await platform.As("agent.energie");
        await agent.Open($"/referrals/{id}");
        Assert.Contains("Vue par le partenaire", (await mediator.Open($"/referrals/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_plainly_to_the_partner_that_the_person_took_the_agreement_back()
    {
        var desk = new Desk(platform);
        var its = await desk.OpenCase("Retrait");
        var consent = await desk.Consent(its, "energie");
        var id = await desk.Sent(its);
        Assert.Null((await platform.Send("mediator.valdegour", new WithdrawConsent(its, consent))).Refusal);

        using var agent = await platform.As("agent.energie");
        var page = await agent.Open($"/referrals/{id}");
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("retiré son accord", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Retrait", page.Source, StringComparison.Ordinal);
        using var stranger = await platform.As("agent.eau");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/referrals/{id}")).Status);
    }
}
