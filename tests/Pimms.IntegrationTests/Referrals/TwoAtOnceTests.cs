using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class TwoAtOnceTests(Platform platform)
{
    private readonly Counter counter = new(platform);

    [Fact]
    public async Task The_second_sees_what_changed_and_keeps_the_text_and_sends_again_knowingly()
    {
        var id = await counter.Sent();
        using var agent = await platform.As("agent.energie");
        var form = await agent.Open($"/referrals/{id}/decline");
        await counter.Do("manager.energie", id, version => new AcceptReferral(id, version, null));

        var shown = await form.Submit([("Input.Reason", "NotEligible"), ("Input.Text", "Un long texte à ne pas perdre")]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, shown.Status);
        var meanwhile = shown.Document.QuerySelector("[data-meanwhile='possible']")!;
        Assert.Contains("Prise en charge. Attribuée", meanwhile.TextContent, StringComparison.Ordinal);
        Assert.Equal("Un long texte à ne pas perdre", shown.Document.QuerySelector<IHtmlTextAreaElement>("[name='Input.Text']")!.Value);
        Assert.Equal("NotEligible", shown.Document.QuerySelector<IHtmlInputElement>("[name='Input.Reason'][checked]")!.Value);
        Assert.Null(shown.Document.QuerySelector(".error-summary"));

        var sent = await shown.Submit();
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal(ReferralState.Declined, (await counter.Read(id)).State);
    }

    [Fact]
    public async Task The_second_is_told_when_it_is_not_possible_any_more_and_can_copy_the_text()
    {
        var id = await counter.Accepted();
        using var agent = await platform.As("agent.energie");
        var form = await agent.Open($"/referrals/{id}/answer");
        await counter.Do("mediator.valdegour", id, version => new WithdrawReferral(id, version, WithdrawReason.SolvedOtherwise, "Le fournisseur a rappelé."));

        var shown = await form.Submit([("Input.Outcome", "PaymentPlan"), ("Input.Text", "Un long texte à ne pas perdre")]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, shown.Status);
        Assert.Contains("Le fournisseur a rappelé.", shown.Document.QuerySelector("[data-meanwhile='over']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Un long texte à ne pas perdre", shown.Document.QuerySelector<IHtmlTextAreaElement>("[name='Input.Text']")!.Value);
        Assert.Null(shown.Document.QuerySelector("main form button"));
        Assert.Equal(ReferralState.Withdrawn, (await counter.Read(id)).State);
    }

    [Fact]
    public async Task A_message_meanwhile_disturbs_nobody()
    {
        var id = await counter.Sent();
        using var agent = await platform.As("agent.energie");
        var form = await agent.Open($"/referrals/{id}/accept");
        Assert.Null((await platform.Send("mediator.valdegour", new PostMessage(id, "Une précision", Pimms.Referrals.Visibility.Shared))).Refusal);
        Assert.Equal(HttpStatusCode.OK, (await form.Submit()).Status);
        Assert.Equal(ReferralState.Accepted, (await counter.Read(id)).State);
    }

    [Fact]
    public async Task Sending_one_form_twice_does_it_once()
    {
        var id = await counter.Accepted();
        using var agent = await platform.As("agent.energie");
        var form = await agent.Open($"/referrals/{id}/messages");
        await form.Submit([("Input.Text", "Une seule fois")]);
        await form.Submit([("Input.Text", "Une seule fois")]);
        Assert.Single((await platform.Send("agent.energie", new ReadReferral(id))).Value.Messages);
    }

    [Fact]
    public async Task Of_two_at_the_same_moment_one_wins_and_the_other_is_shown_what_is_kept()
    {
        var id = await counter.Sent();
        using var one = await platform.As("agent.energie");
        using var other = await platform.As("manager.energie");
        var (accept, decline) = (await one.Open($"/referrals/{id}/accept"), await other.Open($"/referrals/{id}/decline"));
        var shown = await Task.WhenAll(accept.Submit(), decline.Submit([("Input.Reason", "Duplicate"), ("Input.Text", "Déjà reçue")]));
        Assert.Single(shown, page => page.Status == HttpStatusCode.OK);
        var second = shown.Single(page => page.Status == HttpStatusCode.PreconditionFailed);
        Assert.NotNull(second.Document.QuerySelector("[data-meanwhile]"));
    }
}
