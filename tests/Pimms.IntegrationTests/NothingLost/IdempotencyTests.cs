using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>What is asked twice under one key is done once, whoever died in between; and what the repeat is shown is what its reader may see then.</summary>
public sealed class IdempotencyTests(Platform platform)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly Counter counter = new(platform);
    private readonly Desk desk = new(platform);

    [Fact]
    public async Task A_repeat_has_the_first_answer_and_says_so_and_another_body_under_the_key_is_refused()
    {
        using var mediator = await platform.Api("mediator.valdegour");
        var key = Guid.NewGuid().ToString();
        using var first = await Post(mediator, key, "Répétition");
        using var second = await Post(mediator, key, "Répétition");
        Assert.Equal(await Opened(first), await Opened(second));
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal(["true"], second.Headers.GetValues("Idempotent-Replayed"));

        using var other = await Post(mediator, key, "Autre chose");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("/problems/idempotency-key-reused", (await other.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Asked_many_times_at_the_same_moment_it_is_done_once_and_all_have_the_same_answer()
    {
        using var mediator = await platform.Api("mediator.valdegour");
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var answer = await Post(mediator, key, "Simultanées");
            // An answer after another's turn is a page like any other: nobody's cache keeps it.
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            return await Opened(answer);
        }));
        Assert.Single(answers.Distinct());
        Assert.Single(await platform.Ask("select id from referrals.cases where situation = 'Simultanées'"));
    }

    [Fact]
    public async Task What_is_kept_under_a_key_is_what_was_done_and_no_word_of_the_answer()
    {
        using var mediator = await platform.Api("mediator.valdegour");
        var key = Guid.NewGuid().ToString();
        using var first = await Post(mediator, key, "Rien à garder");
        var kept = Assert.Single(await platform.Ask("select encode(done, 'base64') from platform.once where key = $1", key));
        var said = Encoding.UTF8.GetString(platform.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("idempotency").Unprotect(Convert.FromBase64String(kept)));
        Assert.Contains(nameof(OpenCase), said, StringComparison.Ordinal);
        Assert.Contains((await first.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()!, said, StringComparison.Ordinal);
        Assert.DoesNotContain("Durand", said, StringComparison.Ordinal);
        Assert.DoesNotContain("garder", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_from_before_says_that_it_was_done_and_neither_does_it_again_nor_shows_anything()
    {
        using var mediator = await platform.Api("mediator.valdegour");
        var key = Guid.NewGuid().ToString();
        (await Post(mediator, key, "Avant la mise à jour")).Dispose();
        await platform.Ask("update platform.once set done = null, steps = 0 where key = $1 returning key", key);
        using var repeat = await Post(mediator, key, "Avant la mise à jour");
        Assert.Equal(HttpStatusCode.Conflict, repeat.StatusCode);
        Assert.Equal("/problems/already-done", (await repeat.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("type").GetString());
        Assert.Single(await platform.Ask("select id from referrals.cases where situation = 'Avant la mise à jour'"));
    }

    [Fact]
    public async Task A_repeat_after_the_consent_was_withdrawn_shows_nothing_and_one_before_is_journaled()
    {
        using var agent = await platform.Api("agent.energie");
        var its = await desk.OpenCase("Quetzalcoatl");
        var consent = await desk.Consent(its, "energie");
        var id = await desk.Sent(its);
        var key = Guid.NewGuid().ToString();
        Assert.Contains("Quetzalcoatl", await Accept(agent, id, key, HttpStatusCode.OK), StringComparison.Ordinal);
        var looks = await Looks(id);
        Assert.Contains("Quetzalcoatl", await Accept(agent, id, key, HttpStatusCode.OK), StringComparison.Ordinal);
        Assert.Equal(looks + 1, await Looks(id));

        await platform.Send("mediator.valdegour", new WithdrawConsent(its, consent));
        Assert.DoesNotContain("Quetzalcoatl", await Accept(agent, id, key, HttpStatusCode.Gone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_of_what_was_transferred_away_since_is_not_found()
    {
        using var agent = await platform.Api("agent.energie");
        var id = await counter.Sent();
        var (accepted, said) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        await Accept(agent, id, accepted, HttpStatusCode.OK);
        await Say(agent, id, said, HttpStatusCode.Created);
        await counter.Do("agent.energie", id, version => new TransferReferral(id, version, DemonstrationId.Of("unit:energie-facturation"), null));
        await Accept(agent, id, accepted, HttpStatusCode.NotFound);
        await Say(agent, id, said, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("tab\there")]
    [InlineData(null)]
    public async Task A_key_that_is_none_is_refused_and_nothing_is_done(string? key)
    {
        using var agent = await platform.Api("agent.energie");
        var id = await counter.Sent();
        var answer = await Say(agent, id, key ?? new string('k', 201), HttpStatusCode.BadRequest);
        Assert.NotEmpty(JsonDocument.Parse(answer).RootElement.GetProperty("errors").GetProperty("Idempotency-Key").EnumerateArray());
        Assert.Empty(await platform.Ask("select id from referrals.messages where referral_id = $1", id));
        await Say(agent, id, Guid.NewGuid().ToString().PadRight(200, 'k'), HttpStatusCode.Created);
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
        Assert.Equal(ReferralState.Declined, (await counter.Read(id)).State);
    }

    [Fact]
    public async Task Going_back_and_writing_something_else_sends_that_too()
    {
        var id = await counter.Accepted();
        using var agent = await platform.As("agent.energie");
        var form = await agent.Open($"/referrals/{id}/messages");
        foreach (var text in (string[])["Bonjour", "Bonjour", "Encore un mot", "Bonjour"])
            await form.Submit([("Input.Text", text)]);
        Assert.Equal(["Bonjour", "Encore un mot"], (await platform.Send("agent.energie", new ReadReferral(id))).Value.Messages.Select(message => message.Text));
    }

    private async Task<long> Looks(Guid id) => long.Parse(
        Assert.Single(await platform.Ask("select count(*) from journal.entries where subjects @> array[$1] and not is_change and act = 'ReadReferral' and user_id = $2", id, (await Personas.Of(platform.Services, "agent.energie")).Id.ToString())),
        System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> Accept(HttpClient agent, Guid id, string key, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/referrals/{id}/accept") { Content = JsonContent.Create(new { }) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        return await Send(agent, request, key, expected);
    }

    private static async Task<string> Say(HttpClient agent, Guid id, string key, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/referrals/{id}/messages") { Content = JsonContent.Create(new { text = "Bien reçu." }) };
        return await Send(agent, request, key, expected);
    }

    private static async Task<string> Send(HttpClient agent, HttpRequestMessage request, string key, HttpStatusCode expected)
    {
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var answer = await agent.SendAsync(request, Ct);
        var body = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {body}");
        return body;
    }

    private static async Task<string> Opened(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return $"{answer.Headers.Location} {(await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id")}";
    }

    private static async Task<HttpResponseMessage> Post(HttpClient mediator, string key, string situation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = JsonContent.Create(new
        {
            siteId = DemonstrationId.Of("site:valdegour"),
            beneficiary = new { familyName = "Durand", givenName = "Paule", birthDate = "1961-04-02", commune = "30189", preferredLanguage = "fr", contactRestrictions = "None" },
            situation,
        });
        return await mediator.SendAsync(request, Ct);
    }
}
