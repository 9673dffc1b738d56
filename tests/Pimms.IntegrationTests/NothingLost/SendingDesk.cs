using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Pimms.IntegrationTests;

/// <summary>A mediator's program that sends referrals, and repeats what it got no answer to under the same one-time key, as the API asks it to.</summary>
internal sealed class SendingDesk
{
    private readonly HttpClient client;
    private readonly Guid caseId;
    private string token = "";
    private int retries;
    private Exception? failure;

    private SendingDesk(HttpClient client, Guid caseId) => (this.client, this.caseId) = (client, caseId);

    /// <summary>The referrals of which the host said that they are sent.</summary>
    public ConcurrentBag<Guid> Sent { get; } = [];

    public int Retries => retries;

    public Guid CaseId => caseId;

    public static async Task<SendingDesk> Open(MortalHost host)
    {
        var client = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromSeconds(10) };
        var desk = new SendingDesk(client, Guid.Empty);
        var opened = await desk.Post("/api/v1/cases", Guid.NewGuid(), null, new
        {
            siteId = DemonstrationId.Of("site:valdegour"),
            beneficiary = new { familyName = "Durand", givenName = "Paule", birthDate = "1961-04-02", commune = "30189", preferredLanguage = "fr", contactRestrictions = "None" },
            situation = "Une coupure est annoncée.",
        });
        var its = opened.GetProperty("id").GetGuid();
        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        await desk.Post($"/api/v1/cases/{its}/consents", Guid.NewGuid(), null, new { kind = "WrittenMandate", partnerIds = new[] { DemonstrationId.Of("partner:energie") }, givenOn = today, validUntil = today.AddYears(1) });
        return new SendingDesk(client, its);
    }

    /// <summary>Waits until that many more referrals were accepted.</summary>
    public async Task Accepts(int more)
    {
        for (var (goal, start) = (Sent.Count + more, TimeProvider.System.GetTimestamp()); Sent.Count < goal;)
        {
            Assert.True(failure is null && TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromMinutes(1), $"Nothing is accepted any more: {failure}");
            await Task.Delay(20);
        }
    }

    public async Task SendReferrals(CancellationToken closing)
    {
        try
        {
            while (!closing.IsCancellationRequested)
                await SendOne();
        }
        catch (Exception wrong)
        {
            failure = wrong;
            throw;
        }
    }

    private async Task SendOne()
    {
        var key = Guid.NewGuid();
        var draft = await Post($"/api/v1/cases/{caseId}/referrals", key, null, Draft(key));
        var (id, version) = (draft.GetProperty("id").GetGuid(), draft.GetProperty("version").GetString());
        var sent = await Post($"/api/v1/referrals/{id}/send", Guid.NewGuid(), version, new { duplicateReason = "Une demande par facture." });
        Assert.Equal("Sent", sent.GetProperty("state").GetString());
        Sent.Add(id);
    }

    /// <summary>The answer, however often the host dies before it can give it.</summary>
    private async Task<JsonElement> Post(string address, Guid key, string? version, object body)
    {
        while (true)
        {
            using var answer = await Ask(HttpMethod.Post, address, key, version, body);
            if (answer is { IsSuccessStatusCode: true })
                return await answer.Content.ReadFromJsonAsync<JsonElement>();
            if (answer is not null && answer.StatusCode is not (HttpStatusCode.Conflict or HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable))
                throw new InvalidOperationException($"{address}: {await answer.Content.ReadAsStringAsync()}");
            Interlocked.Increment(ref retries);
            await Task.Delay(50);
        }
    }

    /// <summary>The answer; null when there was none, because nobody was there, or died, or signs with another key since.</summary>
    private async Task<HttpResponseMessage?> Ask(HttpMethod method, string address, Guid? key, string? version, object? body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", token);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key.ToString());
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        try
        {
            var answer = await client.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.Unauthorized)
                return answer;
            answer.Dispose();
            token = await Tokens.ByPassword(client, "mediator.valdegour");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            // Killed, or not there yet.
        }
        return null;
    }

    private static object Draft(Guid key) => new
    {
        partnerId = DemonstrationId.Of("partner:energie"), unitId = DemonstrationId.Of("unit:energie-solidarite"), procedureId = DemonstrationId.Of("procedure:energie-etalement"),
        subject = $"Étalement {key}", expectedOutcome = "Un plan d’apurement", urgency = "Normal",
        answers = new { contractNumber = "6004512887", amountDue = 412.80, lastPaymentOn = "2026-10-02", monthlyCapacity = 60, electricHeating = true },
    };
}
