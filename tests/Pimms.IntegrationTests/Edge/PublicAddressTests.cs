using System.Net;

namespace Pimms.IntegrationTests;

/// <summary>Whatever a request says of its host, no other than the platform's own stands in what is given out.</summary>
public sealed class PublicAddressTests(Platform platform)
{
    private const string Foreign = "evil.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/sign-in")]
    [InlineData("/")]
    [InlineData("/suivi")]
    [InlineData("/health/ready")]
    public async Task A_foreign_host_stands_in_no_answer(string address)
    {
        using var visitor = platform.Nobody();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = Foreign;
        using var answer = await visitor.Http.SendAsync(request, Ct);
        // The development issuer knows its clients' addresses, and refuses another one itself.
        if (address != "/sign-in")
            Assert.DoesNotContain(Foreign, $"{answer.Headers.Location}", StringComparison.Ordinal);
        Assert.DoesNotContain(Foreign, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_in_the_address_of_a_calendar()
    {
        using var visitor = await platform.As("admin");
        var page = await visitor.Open("/calendar/subscription");
        visitor.Http.DefaultRequestHeaders.Host = Foreign;
        page = await page.Submit(form: "main form");
        Assert.DoesNotContain(Foreign, page.Source, StringComparison.Ordinal);
        Assert.Contains(platform.Address.GetLeftPart(UriPartial.Authority), page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readiness_tells_anybody_the_state_and_an_administrator_the_rest()
    {
        using var nobody = platform.Nobody();
        using var mediator = await platform.As("mediator.valdegour");
        using var administrator = await platform.As("admin");
        foreach (var visitor in (Visitor[])[nobody, mediator])
            Assert.Matches("^(Healthy|Degraded)$", await visitor.Http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Ct));
        Assert.Contains("outbox:", await administrator.Http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Ct), StringComparison.Ordinal);
        using var live = await nobody.Http.GetAsync(new Uri("/health/live", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }
}
