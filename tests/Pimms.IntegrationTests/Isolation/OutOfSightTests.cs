using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>
/// Once consent is withdrawn, or the referral is another unit's, no request of any kind gives its former readers a byte of it: every route and
/// page handler of the host, everything asked again under its key, copies that a browser kept, mails and their links. On platforms of their own.
/// </summary>
public sealed class OutOfSightTests(ITestOutputHelper output) : IAsyncLifetime
{
    private Platform platform = null!;
    private Desk desk = null!;
    private readonly List<Sent> sent = [];
    private (Guid Case, Guid Consent, Guid Referral, Guid Document) ids;
    private Subjects subjects = null!;

    /// <summary>What was asked, to be asked again.</summary>
    private sealed record Sent(string Act, string Key, int Version, Func<HttpContent> Body);

    public async ValueTask InitializeAsync()
    {
        platform = await Platform.Start(new());
        desk = new(platform);
    }

    public ValueTask DisposeAsync() => platform.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_left_of_it_after_a_withdrawal_of_consent()
    {
        await Fill();
        var before = await Seen("agent.energie");
        using (var mediator = await platform.Api("mediator.valdegour"))
        using (var withdrawn = await mediator.PostAsync(new Uri($"/api/v1/cases/{ids.Case}/consents/{ids.Consent}/withdrawal", UriKind.Relative), null, Ct))
            Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        await NothingIsLeft(before, ["agent.energie", "agent3.energie", "manager.energie"], HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Nothing_is_left_of_it_for_the_unit_that_it_was_transferred_from()
    {
        await Fill();
        var before = await Seen("agent.energie");
        using var agent = await platform.Api("agent.energie");
        var transfer = new Sent("transfer", Guid.NewGuid().ToString(), (await desk.Read(ids.Referral)).Revision, () => JsonContent.Create(new { unitId = DemonstrationId.Of("unit:energie-facturation") }));
        Assert.Equal(HttpStatusCode.NoContent, (await Ask(agent, transfer)).Status);
        // Done is done, and says nothing.
        var (status, answer) = await Ask(agent, transfer);
        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Empty(MarksIn(answer));
        await NothingIsLeft(before, ["agent.energie"], HttpStatusCode.NotFound);
    }

    /// <summary>A referral whose every field, text and file says something of its own, written by both sides; what the agent asked for is kept with its keys.</summary>
    private async Task Fill()
    {
        using var mediator = await platform.Api("mediator.valdegour");
        using var agent = await platform.Api("agent.energie");
        var its = (await platform.Send("mediator.valdegour", new OpenCase(DemonstrationId.Of("site:valdegour"), BeneficiaryInput.Unknown with
        {
            FamilyName = "Zxqwfamille", GivenName = "Zxqwprenom", BirthDate = new(1931, 3, 7), Phone = "06 39 98 41 77", Email = "zxqwmail@example.fr", Address = "12 rue Zxqwadresse, 30900 Nîmes", Commune = "30189",
        }, "Zxqwsituation.", null))).Value;
        var consent = await desk.Consent(its, "energie");
        var id = (await platform.Send("mediator.valdegour", new StartReferral(its, DemonstrationId.Of("partner:energie"), null, DemonstrationId.Of("procedure:energie-etalement"),
            "Zxqwsujet", "Zxqwattendu", Urgency.Urgent, "Zxqwurgence", new Dictionary<string, string> { ["contractNumber"] = "6104998877", ["amountDue"] = "413.37" }))).Value;
        var document = (await platform.Send("mediator.valdegour", new AttachDocument(id, Upload.Of("Zxqwfacture.pdf"), Pimms.Referrals.Visibility.Shared))).Value;
        ids = (its, consent, id, document);
        Assert.Null((await platform.Send("mediator.valdegour", new SendReferral(id, (uint)(await desk.Read(id)).Revision, "Zxqwencore"))).Refusal);

        await Do(agent, "request-information", () => JsonContent.Create(new { items = new[] { "Zxqwitem" }, text = "Zxqwdemande" }));
        var item = (await desk.Read(id)).InformationItems.Single().Id;
        await Do(mediator, "provide-information", () => JsonContent.Create(new { items = new[] { new { id = item, answer = "Zxqwreponse" } }, text = "Zxqwvoici" }));
        await Do(agent, "messages", () => JsonContent.Create(new { text = "Zxqwmessage" }));
        await Do(agent, "messages", () => JsonContent.Create(new { text = "Zxqwnote", visibility = "OwnSide" }));
        await Do(agent, "documents", () => Upload.Parts("Zxqwcourrier.pdf"));
        foreach (var act in (string[])["assign", "hold", "resume"])
            await Do(agent, act, () => Bodies.ContentFor(new("POST", $"/api/v1/referrals/{{id:guid}}/{act}", null, 1)));
        sent.RemoveAll(one => one.Act == "provide-information");
        subjects = await Subjects.Find(platform) with { Referral = id, Case = its, Consent = consent, Document = document };
    }

    private static readonly string[] Marks = ["zxqw", "639984177", "1931-03-07", "mars1931", "6104998877", "413,37", "413.37"];

    private static IEnumerable<string> MarksIn(string text)
    {
        var packed = string.Concat(WebUtility.HtmlDecode(text).Where(letter => !char.IsWhiteSpace(letter)));
        return Marks.Where(mark => packed.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    private async Task Do(HttpClient client, string act, Func<HttpContent> body)
    {
        var asked = new Sent(act, Guid.NewGuid().ToString(), (await desk.Read(ids.Referral)).Revision, body);
        var (status, answer) = await Ask(client, asked);
        Assert.True((int)status < 300, $"{act}: {(int)status} {answer}");
        sent.Add(asked);
    }

    private async Task<(HttpStatusCode Status, string Answer)> Ask(HttpClient client, Sent asked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/referrals/{ids.Referral}/{asked.Act}") { Content = asked.Body() };
        request.Headers.Add("Idempotency-Key", asked.Key);
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{asked.Version}\"");
        using var answer = await client.SendAsync(request, Ct);
        return (answer.StatusCode, $"{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync(Ct)}");
    }

    /// <summary>Where it is seen as long as it may be: otherwise the test that follows could not fail. No cache may keep it, and a repeat shows it.</summary>
    private async Task<List<(Route Route, string? Tag)>> Seen(string who)
    {
        var seen = new List<(Route, string?)>();
        var marks = new HashSet<string>();
        await foreach (var answer in Answers(who, route => route.Method == "GET"))
        {
            if (MarksIn(answer.Whole).ToList() is not { Count: > 0 } found)
                continue;
            Assert.Contains("no-store", answer.Whole, StringComparison.Ordinal);
            marks.UnionWith(found);
            seen.Add((answer.Route, answer.Whole.Split('\n').FirstOrDefault(line => line.StartsWith("ETag: ", StringComparison.Ordinal))?[6..]));
        }
        using var agent = await platform.Api(who);
        foreach (var asked in sent)
            Assert.NotEmpty(MarksIn((await Ask(agent, asked)).Answer));
        Assert.Contains("zxqw", marks);
        Assert.Contains(seen, one => one.Item2 is not null);
        Assert.True(seen.Count >= 8, string.Join('\n', seen));
        output.WriteLine($"{seen.Count} routes show it to {who} before: {string.Join(", ", seen.Select(one => one.Item1))}; marks {string.Join(", ", marks)}");
        return seen;
    }

    private async Task NothingIsLeft(List<(Route Route, string? Tag)> before, string[] readers, HttpStatusCode expected)
    {
        var asked = 0;
        foreach (var reader in readers)
        {
            using var api = await platform.Api(reader);
            await foreach (var answer in Answers(reader, _ => true))
            {
                asked++;
                Assert.True(!MarksIn(answer.Whole).Any(), $"{answer} holds {string.Join(", ", MarksIn(answer.Whole))}");
                // The page of an act leads to what is left of the referral, which says why it is gone.
                if (before.Any(one => one.Route == answer.Route) && answer.Route.Template.Contains("/referrals/{id", StringComparison.Ordinal))
                    Assert.True(answer.Status == expected || answer.Status == HttpStatusCode.NotFound || answer.Location == $"/referrals/{ids.Referral}", $"{answer}");
            }
            foreach (var repeat in sent)
            {
                var (status, answer) = await Ask(api, repeat);
                Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.Gone && !MarksIn(answer).Any(), $"{repeat.Act} again as {reader}: {(int)status} {answer}");
            }
            foreach (var address in before.Where(one => one.Tag is not null))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address.Route.Fill(parameter => subjects.ValueOf(parameter)!));
                request.Headers.TryAddWithoutValidation("If-None-Match", address.Tag);
                using var answer = await api.SendAsync(request, Ct);
                Assert.NotEqual(HttpStatusCode.NotModified, answer.StatusCode);
                Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            }
            var found = await api.GetFromJsonAsync<System.Text.Json.JsonElement>(new Uri("/api/v1/referrals?q=Zxqwsujet", UriKind.Relative), Ct);
            Assert.Equal(0, found.GetProperty("items").GetArrayLength());
        }
        // Mails never held any of it; what they lead to is asked above.
        foreach (var mail in await platform.Ask("select to_jsonb(m)::text from users.mails m"))
            Assert.Empty(MarksIn(mail));
        output.WriteLine($"{asked} answers and {readers.Length * sent.Count} repeats, not a byte");
    }

    private async IAsyncEnumerable<Answer> Answers(string who, Func<Route, bool> which)
    {
        using var browser = await platform.As(who);
        using var api = await platform.Api(who);
        var token = (await browser.Open("/profile")).Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        var routes = (await Route.All(platform.Services)).Where(route => route.Permission is not null).Concat(await Handlers());
        foreach (var route in routes.Where(which).Where(route => route.Parameters.All(parameter => subjects.ValueOf(parameter) is not null)).OrderBy(route => route.Method == "GET" ? 0 : 1))
            yield return await Answer.Ask(route.IsApi ? api : browser.Http, route, who, parameter => subjects.ValueOf(parameter)!, token);
    }

    /// <summary>What pages give besides themselves, by a handler's name: files, fragments.</summary>
    private async Task<List<Route>> Handlers()
    {
        var loader = platform.Services.GetRequiredService<PageLoader>();
        var found = new List<Route>();
        foreach (var endpoint in platform.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                found.AddRange((await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Where(handler => handler is { HttpMethod: "Get", Name: not null })
                    .Select(handler => new Route("GET", $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}?handler={handler.Name}", "", 1)));
        }
        Assert.NotEmpty(found);
        return [.. found.DistinctBy(route => route.Template)];
    }
}
