using System.Net;

namespace Pimms.IntegrationTests;

public sealed class HostTests(Platform platform)
{
    [Fact]
    public async Task Is_ready_on_an_empty_database_after_it_migrated_and_seeded()
    {
        using var client = await platform.Api(null);
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
