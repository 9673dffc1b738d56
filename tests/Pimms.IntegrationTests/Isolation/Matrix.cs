using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.IntegrationTests;

/// <summary>Every route asked by everybody: with the address of a real thing, and with an address of nothing. On a platform of its own.</summary>
public sealed partial class Matrix : IAsyncLifetime
{
    internal static readonly string[] Visitors =
        ["", "mediator.valdegour", "lead.valdegour", "mediator.pissevin", "lead.pissevin", "agent.energie", "agent3.energie", "manager.energie", "agent.eau", "agent2.departement", "admin"];

    private static readonly string Unknown = Guid.CreateVersion7().ToString();

    internal Platform Platform { get; private set; } = null!;

    internal IReadOnlyList<Route> Routes { get; private set; } = [];

    internal Subjects Subjects { get; private set; } = null!;

    internal Dictionary<string, CurrentUser> Users { get; } = new() { [""] = CurrentUser.Anonymous };

    /// <summary>Each with the answer for an id that nobody has, where the route has an id.</summary>
    internal List<(Answer Real, Answer? Unknown)> Answers { get; } = [];

    /// <summary>Routes that a person may use or not; what is open to all is no secret.</summary>
    internal IEnumerable<Route> Guarded => Routes.Where(route => route.Permission is not null);

    internal bool MayByRole(Route route, string visitor) =>
        visitor.Length > 0 && Platform.Services.GetRequiredService<PermissionTable>().Allows(Users[visitor], route.Permission!);

    internal bool ExistsFor(Route route, string visitor) => route.Parameters.All(parameter => Subjects.ExistsFor(Users[visitor], parameter));

    /// <summary>The house and its visitors, before anybody asked anything.</summary>
    internal async Task Prepare()
    {
        Platform = await Platform.Start(new() { Connections = Platform.FewestConnections });
        Routes = await Route.All(Platform.Services);
        Subjects = await Subjects.Find(Platform);
        foreach (var visitor in Visitors.Skip(1))
            Users[visitor] = await Personas.Of(Platform.Services, visitor);
    }

    public async ValueTask InitializeAsync()
    {
        await Prepare();
        // What changes things comes last, and what ends things after it: strangers first meet everything as it was.
        foreach (var route in Guarded.Where(route => route.Parameters.All(parameter => Subjects.ValueOf(parameter) is not null)).OrderBy(Danger))
            foreach (var visitor in Visitors.OrderBy(visitor => MayByRole(route, visitor) && ExistsFor(route, visitor)))
                Answers.Add(await Ask(route, visitor));
    }

    /// <summary>One more answer, outside the matrix.</summary>
    internal async Task<Answer> AskAgain(Route route, string visitor)
    {
        if (!clients.TryGetValue(visitor, out var client))
            clients[visitor] = client = await Open(visitor);
        return await Answer.Ask(route.IsApi ? client.Api : client.Page, route, visitor, parameter => Subjects.ValueOf(parameter)!, client.Token);
    }

    private static int Danger(Route route) => route.Method == "GET" ? 0 : Ending().IsMatch(route.Template) ? 2 : 1;

    private readonly Dictionary<string, (HttpClient Page, string? Token, HttpClient Api)> clients = [];

    private async Task<(Answer, Answer?)> Ask(Route route, string visitor)
    {
        if (!clients.TryGetValue(visitor, out var client))
            clients[visitor] = client = await Open(visitor);
        var http = route.IsApi ? client.Api : client.Page;
        var real = await Answer.Ask(http, route, visitor, parameter => Subjects.ValueOf(parameter)!, client.Token);
        // What was done is said once, on the page that follows: this one, not the next that the matrix asks.
        if (real.Location is not null)
            (await client.Page.GetAsync(new Uri("/signed-out", UriKind.Relative))).Dispose();
        if (route.Method != "GET" && (route.Template.Contains("{caseFileId", StringComparison.Ordinal) || route.Template.Contains("{replyId", StringComparison.Ordinal)))
            await Subjects.PutBack(Platform);
        if (ExistsFor(route, visitor))
            return (real, null);
        return (real, await Answer.Ask(http, route, visitor, parameter => Guid.TryParse(Subjects.ValueOf(parameter), out _) ? Unknown : Subjects.ValueOf(parameter)!, client.Token));
    }

    private async Task<(HttpClient, string?, HttpClient)> Open(string visitor)
    {
        if (visitor.Length == 0)
            return (Platform.Nobody().Http, null, await Platform.Api(null));
        var browser = await Platform.As(visitor);
        var profile = await browser.Open("/profile");
        return (browser.Http, profile.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value"), await Platform.Api(visitor));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (page, _, api) in clients.Values)
        {
            page.Dispose();
            api.Dispose();
        }
        if (Platform is not null)
            await Platform.DisposeAsync();
    }

    [GeneratedRegex("withdraw|discard|deactivate|terminate|suspend|transfer")]
    private static partial Regex Ending();
}
