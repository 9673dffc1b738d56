using System.Text.Json;
using Deque.AxeCore.Commons;
using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>What every page must be, whoever wrote it.</summary>
internal static class Inspection
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Everything that is wrong with the page as it stands in the window.</summary>
    public static async Task<IEnumerable<string>> Inspect(this Window window)
    {
        var wrong = new List<string>();
        var page = window.Page;
        var facts = await page.EvaluateAsync<JsonElement>("""
            () => {
              const width = document.scrollingElement.clientWidth;
              const out = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > width + 1 && !one.closest('.visually-hidden, .skip-link, .scroll'));
              return {
                headings: document.querySelectorAll('h1').length, title: document.title.trim(), language: document.documentElement.lang,
                width, asked: document.scrollingElement.scrollWidth, widest: out.length ? out.at(-1).outerHTML.slice(0, 160) : '',
              };
            }
            """);
        if (facts.GetProperty("headings").GetInt32() is not 1 and var headings)
            wrong.Add($"{headings} h1");
        if (facts.GetProperty("title").GetString() is "")
            wrong.Add("no title");
        if (facts.GetProperty("language").GetString() is not "fr" and var language)
            wrong.Add($"in the language '{language}'");
        if (facts.GetProperty("asked").GetInt32() > facts.GetProperty("width").GetInt32())
            wrong.Add($"{facts.GetProperty("asked")} px wide: {facts.GetProperty("widest")}");
        wrong.AddRange(PageFaults.In(await page.ContentAsync()));
        // Not by the package's own way, which opens and closes another page each time.
        await page.EvaluateAsync(Axe);
        wrong.AddRange(await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .flatMap(violation => violation.nodes.map(node => `${violation.id} (${violation.help}): ${node.html}`))
            """));
        wrong.AddRange(window.TakeComplaints());
        return wrong;
    }
}
