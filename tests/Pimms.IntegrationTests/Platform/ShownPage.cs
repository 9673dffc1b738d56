using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Pimms.IntegrationTests;

/// <summary>A page as it came: its answer, its document, its forms.</summary>
public sealed class ShownPage
{
    private readonly Visitor visitor;

    private ShownPage(Visitor visitor, HttpStatusCode status, bool isPage, Uri address, string source)
    {
        (this.visitor, Status, IsPage, Address, Source) = (visitor, status, isPage, address, source);
        Document = new HtmlParser(new HtmlParserOptions(), BrowsingContext.New(Configuration.Default)).ParseDocument(source);
    }

    public HttpStatusCode Status { get; }

    /// <summary>False when it is a file to be kept.</summary>
    public bool IsPage { get; }

    /// <summary>Where one is after all redirects.</summary>
    public Uri Address { get; }

    public string Source { get; }

    public IHtmlDocument Document { get; }

    /// <summary>What a person reads in the main part, spaces made one.</summary>
    public string Text => string.Join(' ', ((Document.QuerySelector("main") ?? Document.Body)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static async Task<ShownPage> Read(Visitor visitor, HttpResponseMessage answer, Uri address)
    {
        var source = await answer.Content.ReadAsStringAsync();
        // Whatever a test opens a page for: none of them may be half made.
        if (answer.Content.Headers.ContentType?.MediaType == "text/html" && PageFaults.In(source).ToList() is { Count: > 0 } faults)
            throw new InvalidOperationException($"{address} holds {string.Join(", ", faults)}");
        return new(visitor, answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType != "attachment", address, source);
    }

    /// <summary>The addresses of the links, as written.</summary>
    public IEnumerable<string> Links => Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!);

    /// <summary>Fills the form in and sends it as a browser does: with what stands in its other fields, hidden ones included.</summary>
    /// <param name="fields">Names and values; a name that the form lacks is an error.</param>
    /// <param name="form">Selects the form; the main part's only one when left out.</param>
    /// <param name="button">Selects the button pressed; the first when left out.</param>
    public async Task<ShownPage> Submit(IEnumerable<(string Name, string Value)>? fields = null, string form = "main form", string? button = null)
    {
        var found = Document.QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"No {form} on {Address}: {Status}\n{Text}");
        var filled = (fields ?? []).ToLookup(field => field.Name, field => field.Value);
        var missing = filled.Select(field => field.Key).Where(name => !found.QuerySelectorAll("[name]").Any(field => field.GetAttribute("name") == name)).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException($"The form on {Address} has no {string.Join(", ", missing)}.");

        var pressed = found.QuerySelector(button ?? "button:not([type=button])");
        var values = FormData.Of(found, pressed).Where(field => !filled.Contains(field.Name)).Concat(filled.SelectMany(field => field.Select(value => (Name: field.Key, Value: value))));
        var action = new Uri(Address, pressed?.GetAttribute("formaction") ?? found.GetAttribute("action") ?? Address.ToString());
        var pairs = values.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)).ToList();
        if (!string.Equals(found.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
            return await visitor.Open(action.GetLeftPart(UriPartial.Path) + "?" + await new FormUrlEncodedContent(pairs).ReadAsStringAsync());
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(pairs) };
        // As browsers do by themselves.
        request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        return await visitor.Send(request);
    }
}
