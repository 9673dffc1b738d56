namespace Pimms.IntegrationTests;

/// <summary>A house of its own, its routes, and for each somebody who may use it: what meets requests at the edge is tried on all of them.</summary>
public sealed class House : IAsyncLifetime
{
    private readonly Matrix matrix = new();
    private readonly Dictionary<string, HttpClient> programs = [];
    private readonly Dictionary<string, Visitor> browsers = [];

    internal Platform Platform => matrix.Platform;

    internal IReadOnlyList<Route> Routes => matrix.Routes;

    public async ValueTask InitializeAsync() => await matrix.Prepare();

    /// <summary>Somebody who may use a route, and for whom what stands in its address exists; null when nobody does.</summary>
    internal string? WhoMay(Route route) =>
        route.Permission is null ? "mediator.valdegour" : Matrix.Visitors.Skip(1).FirstOrDefault(visitor => matrix.MayByRole(route, visitor) && matrix.ExistsFor(route, visitor));

    /// <summary>The route's address, with real ids.</summary>
    internal string AddressOf(Route route) => route.Fill(parameter => matrix.Subjects.ValueOf(parameter) ?? "1");

    internal async Task<HttpClient> Program(string name) => programs.TryGetValue(name, out var known) ? known : programs[name] = await Platform.Api(name);

    internal async Task<Visitor> Browser(string name) => browsers.TryGetValue(name, out var known) ? known : browsers[name] = await Platform.As(name);

    internal async Task<HttpClient> Client(Route route) => route.IsApi ? await Program(WhoMay(route) ?? "admin") : (await Browser(WhoMay(route) ?? "admin")).Http;

    internal static void Nothing(IReadOnlyCollection<string> wrong) => Assert.True(wrong.Count == 0, $"{wrong.Count} times:\n  {string.Join("\n  ", wrong.Take(40))}");

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs.Values)
            program.Dispose();
        foreach (var browser in browsers.Values)
            browser.Dispose();
        await matrix.DisposeAsync();
    }
}
