using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Pimms.IntegrationTests;

/// <summary>What is asked twice under one key is done once and answered the same, whoever died in between.</summary>
public sealed class OnceTests(Platform platform)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly Counter counter = new(platform);

    [Fact]
    public async Task A_repeat_has_the_first_answer_and_another_body_under_the_key_is_refused()
    {
        using var mediator = await platform.Api("mediator.valdegour");
        var key = Guid.NewGuid();
        var first = await OpenCase(mediator, key, "Répétition");
        Assert.Equal(first, await OpenCase(mediator, key, "Répétition"));

        using var other = await Post(mediator, key, "Autre chose");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("/problems/idempotency-key-reused", (await other.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Asked_many_times_at_the_same_moment_it_is_done_once_and_all_have_the_same_answer()
    {
        using var mediator = await platform.Api("mediator.valdegour");
        var key = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenCase(mediator, key, "Simultanées")));
        Assert.Single(answers.Distinct());
        Assert.Single(await platform.Ask("select id from referrals.cases where situation = 'Simultanées'"));
    }

    [Fact]
    public async Task Where_the_host_died_before_it_answered_the_repeat_is_answered_from_what_was_recorded()
    {
        using var mediator = await platform.Api("mediator.valdegour");
        var key = Guid.NewGuid();
        var first = await OpenCase(mediator, key, "Réponse perdue");
        Assert.Equal(["1"], await platform.Ask("""
            with lost as (update platform.once set status = null, body = null, location = null, created_at = created_at - interval '1 minute' where key = $1 returning 1) select count(*) from lost
            """, key.ToString()));

        Assert.Equal(first, await OpenCase(mediator, key, "Réponse perdue"));
        Assert.Single(await platform.Ask("select id from referrals.cases where situation = 'Réponse perdue'"));
        Assert.Equal(first, await OpenCase(mediator, key, "Réponse perdue"));
    }

    [Fact]
    public async Task A_form_that_was_refused_leaves_its_key_free_whatever_its_page_read_to_be_shown_again()
    {
        var id = await counter.Sent();
        using var agent = await platform.As("agent.energie");
        var form = await agent.Open($"/referrals/{id}/decline");
        // The same form again, as somebody sends it who goes back, or whose script keeps the page.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Submit([("Input.Reason", "NotEligible"), ("Input.Text", "")])).Status);
        Assert.Equal(HttpStatusCode.OK, (await form.Submit([("Input.Reason", "NotEligible"), ("Input.Text", "Revenus au-dessus du plafond.")])).Status);
        Assert.Equal(Pimms.Referrals.ReferralState.Declined, (await counter.Read(id)).State);
    }

    private static async Task<string> OpenCase(HttpClient mediator, Guid key, string situation)
    {
        using var answer = await Post(mediator, key, situation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return $"{answer.Headers.Location} {(await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id")}";
    }

    private static async Task<HttpResponseMessage> Post(HttpClient mediator, Guid key, string situation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases");
        request.Headers.Add("Idempotency-Key", key.ToString());
        request.Content = JsonContent.Create(new
        {
            siteId = DemonstrationId.Of("site:valdegour"),
            beneficiary = new { familyName = "Durand", givenName = "Paule", birthDate = "1961-04-02", commune = "30189", preferredLanguage = "fr", contactRestrictions = "None" },
            situation,
        });
        return await mediator.SendAsync(request, Ct);
    }
}
