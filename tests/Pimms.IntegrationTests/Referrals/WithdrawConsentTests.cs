using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>What a partner is left with when the person takes the permission back: from it, or from all.</summary>
public sealed class WithdrawConsentTests(Platform platform)
{
    private static readonly Guid Energie = DemonstrationId.Of("partner:energie");
    private static readonly Guid Ville = DemonstrationId.Of("partner:ville");
    private readonly Desk desk = new(platform);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ends_for_the_partner_that_was_ticked_and_leaves_the_other_its_referral()
    {
        using var mediator = await platform.As("mediator.valdegour");
        using var agent = await platform.As("agent.energie");
        var id = await desk.OpenCase();
        var consent = await desk.Consent(id, "energie", "ville");
        var referral = await desk.Sent(id);

        var form = await mediator.Open($"/cases/{id}/consents/{consent}/withdraw");
        Assert.Equal(2, form.Document.QuerySelectorAll("[name='Input.PartnerIds'][checked]").Length);
        await form.Submit([("Input.PartnerIds", Ville.ToString())]);
        Assert.Equal(ReferralState.Sent, (await desk.Read(referral)).State);
        var page = await mediator.Open($"/cases/{id}");
        Assert.Contains("Ville : retiré le", page.Text, StringComparison.Ordinal);

        await (await mediator.Open($"/cases/{id}/consents/{consent}/withdraw")).Submit();
        Assert.Equal(ReferralState.Withdrawn, (await desk.Read(referral)).State);
        var gone = await agent.Open($"/referrals/{referral}");
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Contains("a retiré son accord", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_the_partners_programs_that_it_is_gone_and_strangers_nothing()
    {
        var id = await desk.OpenCase();
        var consent = await desk.Consent(id, "energie");
        var referral = await desk.Sent(id);
        using var api = await platform.Api("agent.energie");
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync(new Uri($"/api/v1/referrals/{referral}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        await platform.Send("mediator.valdegour", new WithdrawConsent(id, consent));

        foreach (var address in (string[])[$"/api/v1/referrals/{referral}", $"/api/v1/referrals/{referral}/messages", $"/api/v1/referrals/{referral}/timeline", $"/api/v1/referrals/{referral}/documents"])
        {
            using var gone = await api.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
            Assert.Contains("/problems/gone", await gone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        using var stranger = await platform.Api("agent.eau");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/api/v1/referrals/{referral}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Refuses_when_no_partner_is_ticked()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        var consent = await desk.Consent(id, "energie", "ville");
        using var untick = await mediator.Http.PostAsync(new Uri($"/cases/{id}/consents/{consent}/withdraw", UriKind.Relative), new FormUrlEncodedContent([.. Hidden(await mediator.Open($"/cases/{id}/consents/{consent}/withdraw"))]), Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, untick.StatusCode);
        Assert.Contains("Cochez au moins un partenaire", await untick.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answer", "Input.Outcome=InformationGiven;Input.Text=Voici")]
    [InlineData("decline", "Input.Reason=NotCompetent;Input.Text=Voir la ville")]
    [InlineData("messages", "Input.Text=Bonjour")]
    [InlineData("accept", "")]
    public async Task A_page_that_the_partner_has_open_leads_to_why_it_is_gone(string page, string typed)
    {
        using var agent = await platform.As("agent.energie");
        var id = await desk.OpenCase("Témoin");
        var consent = await desk.Consent(id, "energie");
        var referral = await desk.Sent(id);
        var open = await agent.Open($"/referrals/{referral}/{page}");
        await platform.Send("mediator.valdegour", new WithdrawConsent(id, consent));

        var next = await open.Submit(typed.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair.Split('=')[0], pair.Split('=')[1])));
        Assert.Equal((HttpStatusCode.Gone, $"/referrals/{referral}"), (next.Status, next.Address.AbsolutePath));
        Assert.Contains("a retiré son accord", next.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Témoin", next.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await agent.Open($"/referrals/{referral}/{page}")).Status);
    }

    [Fact]
    public async Task What_is_gone_for_its_partner_does_not_exist_for_another()
    {
        using var stranger = await platform.As("agent.eau");
        var id = await desk.OpenCase();
        var consent = await desk.Consent(id, "energie");
        var referral = await desk.Sent(id);
        await platform.Send("mediator.valdegour", new WithdrawConsent(id, consent));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/referrals/{referral}/answer")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/referrals/{referral}")).Status);
    }

    [Fact]
    public async Task Withdraws_what_another_consent_covers_only_in_part()
    {
        var id = await desk.OpenCase();
        var all = await desk.Consent(id, "energie");
        await Give(id, ConsentCategory.Identity, ConsentCategory.Situation);
        var referral = await desk.Sent(id);
        await platform.Send("mediator.valdegour", new WithdrawConsent(id, all));
        Assert.Equal(ReferralState.Withdrawn, (await desk.Read(referral)).State);
    }

    [Fact]
    public async Task Withdrawn_and_sent_at_once_never_leaves_a_partner_something_without_consent()
    {
        for (var round = 0; round < 5; round++)
        {
            var id = await desk.OpenCase();
            var consent = await desk.Consent(id, "energie");
            var draft = await desk.Draft(id);
            var version = (uint)(await desk.Read(draft)).Revision;
            await Task.WhenAll(platform.Send("mediator.valdegour", new SendReferral(draft, version)), platform.Send("lead.valdegour", new WithdrawConsent(id, consent)));
            Assert.Equal(Guid.Empty, (await desk.Read(draft)).VisibleToUnit);
        }
    }

    [Fact]
    public async Task On_the_api_ends_for_the_partners_that_are_named_or_for_all()
    {
        using var api = await platform.Api("mediator.valdegour");
        var id = await desk.OpenCase();
        var consent = await desk.Consent(id, "energie", "ville");
        var address = new Uri($"/api/v1/cases/{id}/consents/{consent}/withdrawal", UriKind.Relative);
        using var foreign = await api.PostAsJsonAsync(address, new { partnerIds = new[] { DemonstrationId.Of("partner:eau") } }, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);

        using var some = await api.PostAsJsonAsync(address, new { partnerIds = new[] { Ville } }, Ct);
        var after = await some.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(JsonValueKind.Null, after.GetProperty("withdrawnAt").ValueKind);
        Assert.Equal(Ville, after.GetProperty("withdrawals")[0].GetProperty("partnerId").GetGuid());

        using var rest = await api.PostAsync(address, null, Ct);
        Assert.NotEqual(JsonValueKind.Null, (await rest.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("withdrawnAt").ValueKind);
    }

    private Task<Result<Guid>> Give(Guid caseId, params ConsentCategory[] categories)
    {
        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        return platform.Send("mediator.valdegour", new RecordConsent(caseId, ConsentKind.SpokenAgreement, [Energie], today, today.AddYears(1), categories));
    }

    private static IEnumerable<KeyValuePair<string, string>> Hidden(ShownPage page) =>
        page.Document.QuerySelectorAll("main form input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? ""));
}
