using Pimms.Referrals;

namespace Pimms.BrowserTests;

/// <summary>Every page that the host has, as every role that may open it: found by walking, not by a list.</summary>
public sealed class EveryPageTests(Tour tour, Chromium chromium) : IClassFixture<Tour>
{
    public static TheoryData<Role?, string?> People => new()
    {
        { null, null },
        { Role.Mediator, "mediator.valdegour" },
        { Role.SiteLead, "lead.valdegour" },
        { Role.PartnerAgent, "agent.energie" },
        { Role.PartnerManager, "manager.energie" },
        { Role.Administrator, "admin" },
    };

    [Theory, MemberData(nameof(People))]
    public async Task Is_accessible_fits_its_window_and_breaks_no_rule(Role? role, string? persona)
    {
        using var visitor = persona is null ? tour.Platform.Nobody() : await tour.Platform.As(persona);
        if (role is Role.Mediator or Role.SiteLead)
            await NoteStep(persona!);
        var walk = new Walk(visitor, tour.Routes);
        await walk.Along(role);
        // Everybody's first page is looked at as theirs: what stands around a page is made for the role.
        var pages = walk.NotYet(tour.LookedAt).Append("/").Concat(Elsewhere(role)).Concat(EmptyLists(walk)).Distinct().Order(StringComparer.Ordinal).ToList();

        var wrong = await Task.WhenAll(Look(persona, 1280, pages), Look(persona, 320, pages));
        var refused = await EmptyForms.SendEach(chromium, tour.Platform, persona, walk.Forms.Where(form => tour.SentEmpty.Add(form.Key)).Select(form => form.Value));
        string[] all =
        [
            .. walk.Broken.Select(address => $"{address}: a link leads here, and nothing is there"),
            .. walk.Missed(role).Select(route => $"{route}: no page of it could be opened"),
            .. wrong.SelectMany(some => some).Distinct(),
            .. refused,
        ];
        Assert.True(all.Length == 0, $"{pages.Count} pages as {persona ?? "nobody"}, {all.Length} faults:\n{string.Join('\n', all)}");
    }

    /// <summary>Steps can be corrected by who noted them, on that day.</summary>
    private async Task NoteStep(string persona)
    {
        var its = (await tour.Platform.Send(persona, new Cases())).Value.Rows[0];
        Assert.Null((await tour.Platform.Send(persona, new AddStep(its.Id, new("Appelé la mairie", StepBy.Mediator, null)))).Refusal);
    }

    /// <summary>What is not there, what is not theirs, and where people sign in.</summary>
    private IEnumerable<string> Elsewhere(Role? role)
    {
        yield return "/nothing/here";
        if (role is null)
            yield return "/sign-in?returnUrl=/";
        else if (tour.Routes.FirstOrDefault(route => !route.MayOpen(role) && !route.Parameters.Any()) is { } forbidden)
            yield return forbidden.Template;
    }

    /// <summary>Lists in which nothing is found.</summary>
    private static IEnumerable<string> EmptyLists(Walk walk) => walk.Searches.Select(path => $"{path}?q=zzzzzz");

    private async Task<List<string>> Look(string? persona, int width, IReadOnlyList<string> pages)
    {
        await using var window = persona is null ? await chromium.Open(tour.Platform, width: width) : await chromium.Open(tour.Platform, persona, width: width);
        var wrong = new List<string>();
        foreach (var page in pages)
        {
            await window.Go(page);
            await window.Shoot($"{persona ?? "nobody"} {width} {page.Trim('/').Replace('/', '_').Replace('?', '_')}");
            wrong.AddRange((await window.Inspect()).Select(fault => $"{page} at {width} px: {fault}"));
        }
        return wrong;
    }
}
