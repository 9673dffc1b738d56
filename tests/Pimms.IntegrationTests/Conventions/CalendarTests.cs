using System.Net;
using AngleSharp.Dom;

namespace Pimms.IntegrationTests;

/// <summary>On a platform of its own: there is one calendar per administrator.</summary>
public sealed class CalendarTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task Shows_what_comes_month_by_month_and_leads_there()
    {
        using var admin = await platform.As("admin");
        var page = await admin.Open("/calendar");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"/conventions/{DemonstrationId.Of("convention:energie")}", page.Links);
        var months = page.Document.QuerySelectorAll("main section").Where(section => section.QuerySelector("h2")!.TextContent != "Bilans en retard").ToList();
        var days = months.SelectMany(month => month.QuerySelectorAll("time")).Select(day => day.GetAttribute("datetime")!).ToList();
        Assert.NotEmpty(days);
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.True(string.CompareOrdinal(days[0], $"{Agreements.Today:yyyy-MM-dd}") >= 0);
        Assert.All(months, month => Assert.Single(month.QuerySelectorAll("time").Select(day => day.GetAttribute("datetime")![..7]).Distinct()));
    }

    [Fact]
    public async Task Is_read_by_a_program_at_a_secret_address_that_can_be_renewed_and_revoked()
    {
        using var admin = await platform.As("admin");
        var first = AddressOn(await (await admin.Open("/calendar/subscription")).Submit());
        using var program = platform.Nobody();
        using (var answer = await program.Http.GetAsync(new Uri(first)))
        {
            Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            var feed = await answer.Content.ReadAsStringAsync();
            Assert.StartsWith("BEGIN:VCALENDAR\r\n", feed, StringComparison.Ordinal);
            Assert.Contains("2025-07", feed.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            // Organisations only: of the people that the platform knows, none stands in it.
            Assert.All(await platform.Ask("select family_name from users.people"), name => Assert.DoesNotContain(name, feed, StringComparison.OrdinalIgnoreCase));
        }
        Assert.DoesNotContain(first[^20..^4], string.Join(' ', await platform.Ask("select f::text from conventions.calendar_feeds f")), StringComparison.Ordinal);

        var page = await admin.Open("/calendar/subscription");
        Assert.DoesNotContain(first, page.Source, StringComparison.Ordinal);
        var second = AddressOn(await page.Submit());
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await Status(program, first), await Status(program, second)));
        Assert.Equal(HttpStatusCode.NotFound, await Status(program, second.Replace(".ics", "x.ics", StringComparison.Ordinal)));

        await (await admin.Open("/calendar/subscription")).Submit(button: "button[formaction$='=Revoke']");
        Assert.Equal(HttpStatusCode.NotFound, await Status(program, second));
    }

    [Fact]
    public async Task Is_closed_once_its_owner_is_no_administrator_any_more()
    {
        using var admin = await platform.As("admin");
        var address = AddressOn(await (await admin.Open("/calendar/subscription")).Submit());
        using var program = platform.Nobody();
        Assert.Equal(HttpStatusCode.OK, await Status(program, address));
        await platform.Ask("update users.people set active = false where id = $1", DemonstrationId.Of("person:admin"));
        try
        {
            Assert.Equal(HttpStatusCode.NotFound, await Status(program, address));
        }
        finally
        {
            await platform.Ask("update users.people set active = true where id = $1", DemonstrationId.Of("person:admin"));
        }
    }

    [Theory]
    [InlineData("/calendar")]
    [InlineData("/calendar/subscription")]
    public async Task Is_for_administrators(string address)
    {
        using var lead = await platform.As("lead.valdegour");
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.Open(address)).Status);
    }

    private static string AddressOn(ShownPage page) => page.Document.QuerySelector("input[name=address]")!.GetAttribute("value")!;

    private static async Task<HttpStatusCode> Status(Visitor program, string address)
    {
        using var answer = await program.Http.GetAsync(new Uri(address));
        return answer.StatusCode;
    }
}
