using System.Net;

namespace Pimms.IntegrationTests;

/// <summary>Every address of the house × every verb: what it does not answer it says so, and nothing breaks.</summary>
public sealed class VerbsTests(House house) : IClassFixture<House>
{
    private static readonly string[] Verbs = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IEnumerable<IGrouping<string, Route>> Addresses => house.Routes
        .Where(route => house.WhoMay(route) is not null && !route.Template.StartsWith("/realms", StringComparison.Ordinal) && !route.Template.StartsWith("/error", StringComparison.Ordinal))
        .GroupBy(route => route.Template);

    [Fact]
    public async Task A_verb_that_an_address_has_not_is_405_with_those_it_has()
    {
        var wrong = new List<string>();
        foreach (var address in Addresses)
        {
            var known = address.Select(route => route.Method).ToList();
            foreach (var verb in Verbs.Where(verb => !known.Contains(verb) && !(verb == "HEAD" && known.Contains("GET"))))
            {
                using var request = new HttpRequestMessage(new HttpMethod(verb), house.AddressOf(address.First()));
                using var answer = await (await house.Client(address.First())).SendAsync(request, Ct);
                var allowed = answer.Content.Headers.Allow;
                if (answer.StatusCode != HttpStatusCode.MethodNotAllowed || !known.All(allowed.Contains) || known.Contains("GET") != allowed.Contains("HEAD"))
                    wrong.Add($"{verb} {address.Key}: {(int)answer.StatusCode}, Allow {string.Join(",", allowed)}");
                else if (address.First().IsApi && answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
                    wrong.Add($"{verb} {address.Key}: {answer.Content.Headers.ContentType}");
            }
        }
        House.Nothing(wrong);
    }

    [Fact]
    public async Task Head_is_answered_as_get_is_without_a_body()
    {
        var wrong = new List<string>();
        foreach (var route in house.Routes.Where(route => route.Method == "GET" && house.WhoMay(route) is not null && !route.Template.Contains("/realms", StringComparison.Ordinal)))
        {
            using var get = await Ask(HttpMethod.Get, route);
            using var head = await Ask(HttpMethod.Head, route);
            if (get.StatusCode != head.StatusCode || get.Content.Headers.ContentType?.ToString() != head.Content.Headers.ContentType?.ToString())
                wrong.Add($"{route}: {(int)get.StatusCode} {get.Content.Headers.ContentType}, HEAD {(int)head.StatusCode} {head.Content.Headers.ContentType}");
            if (head.Content.Headers.ContentType?.MediaType != "text/event-stream" && (await head.Content.ReadAsByteArrayAsync(Ct)).Length > 0)
                wrong.Add($"HEAD {route} has a body");
        }
        House.Nothing(wrong);
    }

    [Fact]
    public async Task A_handler_that_no_page_has_is_not_found()
    {
        using var visitor = await house.Platform.As("mediator.valdegour");
        var page = await visitor.Open("/cases/new");
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"))]);
        using var answer = await visitor.Http.PostAsync(new Uri("/calendar/subscription?handler=Nothing", UriKind.Relative), form, Ct);
        Assert.InRange((int)answer.StatusCode, 200, 499);
    }

    private async Task<HttpResponseMessage> Ask(HttpMethod method, Route route)
    {
        using var request = new HttpRequestMessage(method, house.AddressOf(route));
        return await (await house.Client(route)).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
    }
}
