using System.Net;
using AngleSharp.Dom;
using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>
/// One person's walk along every link, without a browser. Of the pages of one route it keeps those that look different: the least
/// that show every building block that any of them shows.
/// </summary>
internal sealed class Walk(Visitor visitor, IReadOnlyList<PageRoute> routes)
{
    private const int Enough = 60;
    private readonly Dictionary<PageRoute, List<Stop>> seen = [];
    // A page may send one on to another.
    private readonly HashSet<PageRoute> opened = [];
    private readonly Dictionary<string, HashSet<string>> values = new() { ["error/code"] = ["404", "500"] };

    /// <summary>Links that lead nowhere.</summary>
    public List<string> Broken { get; } = [];

    public async Task Along(Role? role)
    {
        var known = new HashSet<string> { "/" };
        var ahead = new Queue<string>(known);
        do
        {
            await Follow(known, ahead);
            await TryTheRest(role, known, ahead);
        }
        while (ahead.Count > 0);
    }

    /// <summary>The pages to look at: those that show a building block of their route which was not looked at yet.</summary>
    public IEnumerable<string> NotYet(Dictionary<PageRoute, HashSet<string>> lookedAt) => seen.SelectMany(route =>
    {
        if (!lookedAt.TryGetValue(route.Key, out var shown))
            lookedAt[route.Key] = shown = [];
        return Different(route.Value, shown);
    });

    /// <summary>A page of each route whose form wants something written.</summary>
    public Dictionary<PageRoute, string> Forms { get; } = [];

    /// <summary>The paths of the lists that can be searched.</summary>
    public HashSet<string> Searches { get; } = [];

    /// <summary>The routes that this role may open and of which no page was found.</summary>
    public IEnumerable<PageRoute> Missed(Role? role) => routes.Where(route => route.MayOpen(role) && !opened.Contains(route));

    private async Task Follow(HashSet<string> known, Queue<string> ahead)
    {
        while (ahead.TryDequeue(out var address))
        {
            if (Route(address) is { } route && seen.GetValueOrDefault(route)?.Count >= Enough)
                continue;
            if (await Stop(address) is not { } stop)
            {
                Broken.Add(address);
                continue;
            }
            foreach (var link in stop.Links.Where(known.Add))
                ahead.Enqueue(link);
        }
    }

    private async Task TryTheRest(Role? role, HashSet<string> known, Queue<string> ahead)
    {
        // Where no link leads (a page that a form leads to), what is known of its parameters does; not where one is only sent on from.
        foreach (var route in routes.Where(route => route.MayOpen(role) && !seen.ContainsKey(route)))
        {
            foreach (var address in Guesses(route).Where(address => !known.Contains(address)).Take(Enough))
            {
                if (await Stop(address) is not { } stop)
                    continue;
                known.Add(address);
                foreach (var link in stop.Links.Where(known.Add))
                    ahead.Enqueue(link);
                if (seen.ContainsKey(route))
                    break;
            }
        }
    }

    private IEnumerable<string> Guesses(PageRoute route) =>
        route.Parameters.Aggregate(Enumerable.Repeat(new Dictionary<string, string>(), 1), (filled, parameter) =>
            filled.SelectMany(so => values.GetValueOrDefault(parameter.Kind, []).Select(value => new Dictionary<string, string>(so) { [parameter.Name] = value })))
            .Select(route.Fill);

    private async Task<Stop?> Stop(string address)
    {
        var page = await visitor.Open(address);
        var at = page.Address.PathAndQuery;
        var isError = Route(address)?.Template.StartsWith("/error/", StringComparison.Ordinal) == true;
        if (page.Status != HttpStatusCode.OK && !isError)
            return null;
        if (!page.IsPage)
        {
            // A file: there, and nothing to look at.
            if (Route(address) is { } file)
                opened.Add(file);
            return new Stop(at, [], []);
        }
        var blocks = page.Document.QuerySelectorAll("main *").SelectMany(one => one.ClassList.DefaultIfEmpty().Select(name => $"{one.LocalName}.{name}")).ToHashSet();
        var links = page.Links.Select(link => new Uri(page.Address, link)).Where(link => link.Authority == page.Address.Authority).Select(link => link.PathAndQuery);
        var stop = new Stop(at, blocks, [.. links.Where(link => Route(link) is not null).Distinct()]);
        if (page.Document.QuerySelector("main [name=q]") is not null)
            Searches.Add(page.Address.AbsolutePath);
        if (Route(address) is { } asked)
            opened.Add(asked);
        if (Route(at) is { } route)
        {
            opened.Add(route);
            if (EmptyForms.Asks(page.Document))
                Forms.TryAdd(route, at);
            if (!seen.TryGetValue(route, out var stops))
                seen[route] = stops = [];
            if (stops.All(other => other.Address != at))
                stops.Add(stop);
            foreach (var (parameter, kind) in route.Parameters)
            {
                if (!values.TryGetValue(kind, out var some))
                    values[kind] = some = [];
                some.Add(route.Match(page.Address.AbsolutePath)![parameter]);
            }
        }
        return stop;
    }

    private PageRoute? Route(string address) => routes.FirstOrDefault(route => route.Match(address.Split('?')[0]) is not null);

    private static IEnumerable<string> Different(List<Stop> stops, HashSet<string> shown)
    {
        foreach (var stop in stops.OrderByDescending(stop => stop.Blocks.Count))
        {
            var before = shown.Count;
            shown.UnionWith(stop.Blocks);
            if (shown.Count > before)
                yield return stop.Address;
        }
    }
}

/// <summary>A page seen on the way: the building blocks it is made of, and where it leads.</summary>
internal sealed record Stop(string Address, HashSet<string> Blocks, IReadOnlyList<string> Links);
