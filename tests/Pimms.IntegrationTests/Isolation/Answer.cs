using System.Net;
using System.Text.RegularExpressions;

namespace Pimms.IntegrationTests;

/// <summary>What a visitor was answered at a route.</summary>
/// <param name="Route">Where.</param>
/// <param name="Visitor">Who; empty for nobody.</param>
/// <param name="Status">With what.</param>
/// <param name="Location">Sent where.</param>
/// <param name="Source">The body.</param>
/// <param name="Whole">Headers and body, but for what differs between any two answers.</param>
internal sealed partial record Answer(Route Route, string Visitor, HttpStatusCode Status, string? Location, string Source, string Whole)
{
    public override string ToString() => $"{Route} as {(Visitor.Length == 0 ? "nobody" : Visitor)}: {(int)Status}";

    public static async Task<Answer> Ask(HttpClient client, Route route, string visitor, Func<string, string> value, string? formToken)
    {
        var address = route.Fill(value);
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), address);
        if (route.IsApi && route.Method is not ("GET" or "DELETE"))
            request.Content = Bodies.ContentFor(route);
        else if (!route.IsApi && route.Method != "GET")
            request.Content = new FormUrlEncodedContent(formToken is null ? [] : [new("__RequestVerificationToken", formToken)]);
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var body = answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Set-Cookie" or "Content-Length")).OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        var whole = $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{body}";
        foreach (var id in route.Parameters.Select(value).Where(id => Guid.TryParse(id, out _)))
            whole = whole.Replace(id, "{asked}", StringComparison.OrdinalIgnoreCase);
        return new(route, visitor, answer.StatusCode, answer.Headers.Location?.ToString(), body, Varying().Replace(whole, "…"));
    }

    // The nonce of the page and of its header; the form's token and one-time id; the request's own id.
    [GeneratedRegex("""(?<=nonce=")[^"]*|(?<='nonce-)[^']*|(?<=name="__RequestVerificationToken" type="hidden" value=")[^"]*|(?<=name="__once" value=")[^"]*|(?<="requestId":")[0-9a-f]{32}|(?<=X-Request-I[dD]: )[0-9a-f]{32}""")]
    private static partial Regex Varying();
}
