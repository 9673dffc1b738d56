using System.Net;
using System.Net.Http.Json;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>A withdrawal of consent at the same moment as anything else: it always succeeds, in one try, and what the other did is out of the partner's sight too.</summary>
public sealed class WithdrawalRacesTests(Platform platform)
{
    private const int Rounds = 16;
    private const string Content = "Xochipilli";

    private static readonly string[] Tables = ["referrals", "events", "messages", "documents", "late_disclosures"];
    private readonly Desk desk = new(platform);
    private readonly Counter counter = new(platform);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sent", "accept")]
    [InlineData("Sent", "request-information")]
    [InlineData("Accepted", "hold")]
    [InlineData("OnHold", "resume")]
    [InlineData("Accepted", "answer")]
    [InlineData("Sent", "decline")]
    [InlineData("Accepted", "assign")]
    [InlineData("Sent", "transfer")]
    [InlineData("Sent", "messages")]
    [InlineData("Accepted", "messages")]
    [InlineData("Accepted", "documents")]
    [InlineData("Sent", "")]
    [InlineData("Answered", "")]
    public Task Wins_over_what_the_partner_does(string state, string act) => Race(state, act, "agent.energie", Rounds, allowed: [HttpStatusCode.NotFound, HttpStatusCode.Gone]);

    [Theory]
    [InlineData("Sent", "withdraw")]
    [InlineData("InformationRequested", "provide-information")]
    [InlineData("Answered", "close")]
    [InlineData("Closed", "reopen")]
    [InlineData("Sent", "messages")]
    [InlineData("Accepted", "documents")]
    public Task Wins_over_what_the_association_does(string state, string act) =>
        // The mediator's side still sees it, and what changed: that its own act came too late.
        Race(state, act, "lead.valdegour", 4, allowed: [HttpStatusCode.PreconditionFailed, HttpStatusCode.Conflict]);

    [Fact]
    public async Task Who_comes_first_is_waited_for_and_who_comes_after_finds_nothing()
    {
        var (its, consent, id) = await Ready("Sent");
        using var mediator = await platform.Api("mediator.valdegour");
        using var agent = await platform.Api("agent.energie");
        var version = (await desk.Read(id)).Revision;
        await using var connection = await platform.Superuser.OpenConnectionAsync(Ct);
        await using var first = await connection.BeginTransactionAsync(Ct);
        await connection.Execute("update referrals.referrals set assignee_name = 'Quelqu’un', revision = revision + 1 where id = $1", id);

        var withdrawal = Withdraw(mediator, its, consent);
        await Waiting(1);
        var (accept, message) = (Act(agent, id, "accept", version), Act(agent, id, "messages", version));
        await Waiting(3);
        await first.CommitAsync(Ct);

        Assert.Equal(HttpStatusCode.OK, await withdrawal);
        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.Gone], await Task.WhenAll(accept, message));
        Assert.Equal(ReferralState.Withdrawn, (await desk.Read(id)).State);
    }

    private async Task Race(string state, string act, string who, int rounds, HttpStatusCode[] allowed)
    {
        using var mediator = await platform.Api("mediator.valdegour");
        using var other = await platform.Api(who);
        using var agent = await platform.Api("agent.energie");
        var won = 0;
        for (var round = 0; round < rounds; round++)
        {
            var (its, consent, id) = await Ready(state);
            var version = (await desk.Read(id)).Revision;
            // Sometimes the one, sometimes the other has a start.
            var acting = Started(round % 4 * 2, () => Act(other, id, act, version));
            var withdrawing = Started((round / 4) % 4 * 2, () => Withdraw(mediator, its, consent));
            var status = await acting;
            Assert.True((int)status < 300 || allowed.Contains(status), $"Round {round}: {act} was answered {(int)status}.");
            won += await withdrawing == HttpStatusCode.OK ? 1 : 0;
            await NothingIsLeft(agent, id);
        }
        Assert.Equal(rounds, won);
    }

    private async Task<(Guid Case, Guid Consent, Guid Referral)> Ready(string state)
    {
        var id = await counter.In(state);
        var found = Assert.Single(await platform.Ask("select c.id, (select k.id from referrals.consents k where k.case_id = c.id) from referrals.referrals r join referrals.cases c on c.id = r.case_id where r.id = $1", id)).Split('|');
        return (Guid.Parse(found[0]), Guid.Parse(found[1]), id);
    }

    /// <summary>Neither a row nor a byte.</summary>
    private async Task NothingIsLeft(HttpClient agent, Guid id)
    {
        foreach (var table in Tables)
            Assert.Empty(await platform.Ask($"select 1 from referrals.{table} where {(table == "referrals" ? "id" : "referral_id")} = $1 and visible_to_unit <> '00000000-0000-0000-0000-000000000000'", id));
        foreach (var part in (string[])["", "/messages", "/timeline", "/documents"])
        {
            using var answer = await agent.GetAsync(new Uri($"/api/v1/referrals/{id}{part}", UriKind.Relative), Ct);
            Assert.True(answer.StatusCode is HttpStatusCode.Gone or HttpStatusCode.NotFound, $"{part}: {(int)answer.StatusCode}");
            Assert.DoesNotContain(Content, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    private static async Task<HttpStatusCode> Started(int afterMilliseconds, Func<Task<HttpStatusCode>> act)
    {
        await Task.Delay(afterMilliseconds, Ct);
        return await act();
    }

    private static async Task<HttpStatusCode> Withdraw(HttpClient mediator, Guid caseId, Guid consentId)
    {
        using var answer = await mediator.PostAsync(new Uri($"/api/v1/cases/{caseId}/consents/{consentId}/withdrawal", UriKind.Relative), null, Ct);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> Act(HttpClient client, Guid id, string act, int version)
    {
        using var request = new HttpRequestMessage(act.Length == 0 ? HttpMethod.Get : HttpMethod.Post, $"/api/v1/referrals/{id}/{act}".TrimEnd('/'));
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        request.Content = act switch
        {
            "" => null,
            "documents" => Upload.Parts($"{Content}.pdf"),
            "messages" => JsonContent.Create(new { text = Content }),
            "provide-information" => JsonContent.Create(new { items = (await desk.Read(id)).InformationItems.Select(item => new { id = item.Id, answer = Content }), text = Content }),
            _ => JsonContent.Create(Bodies.For(new("POST", $"/api/v1/referrals/{{id:guid}}/{act}", null, 1))),
        };
        using var answer = await client.SendAsync(request, Ct);
        return answer.StatusCode;
    }

    /// <summary>Until as many wait for somebody's rows in this database.</summary>
    private async Task Waiting(int number)
    {
        for (var start = TimeProvider.System.GetTimestamp(); ;)
        {
            var waiting = Assert.Single(await platform.Ask("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"));
            if (int.Parse(waiting, System.Globalization.CultureInfo.InvariantCulture) >= number)
                return;
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(20), $"{waiting} wait, not {number}.");
            await Task.Delay(20, Ct);
        }
    }
}
