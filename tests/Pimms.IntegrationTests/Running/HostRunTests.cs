using System.Net.Http.Json;
using System.Text.Json;

namespace Pimms.IntegrationTests;

/// <summary>The README's first command: it starts on an empty folder, keeps what was done however it ended, and leaves nothing behind.</summary>
public sealed class HostRunTests
{
    [Fact]
    public async Task Starts_on_an_empty_folder_and_keeps_the_data_however_it_was_ended()
    {
        var data = Path.Combine(Environment.GetEnvironmentVariable("PIMMS_TEST_FOLDER") ?? Path.GetTempPath(), $"host-run-{Guid.NewGuid():N}");
        try
        {
            string number;
            await using (var first = await RunningHost.Start(data))
            {
                number = await OpenCase(first);
                await first.KillHost();
                Assert.NotEqual(0, first.ExitCode);
                await Gone(first);
            }
            await using (var second = await RunningHost.Start(data))
            {
                Assert.Contains(number, await Cases(second), StringComparison.Ordinal);
                await second.KillScript();
                await Gone(second);
            }
            await using (var third = await RunningHost.Start(data))
            {
                Assert.Contains(number, await Cases(third), StringComparison.Ordinal);
                await third.Stop();
                Assert.Equal(0, third.ExitCode);
                await Gone(third);
            }
            await using var afresh = await RunningHost.Start(data, "--reset");
            Assert.DoesNotContain(number, await Cases(afresh), StringComparison.Ordinal);
            await afresh.Stop();
            await Gone(afresh);
        }
        finally
        {
            if (Directory.Exists(data))
                Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<string> OpenCase(RunningHost host)
    {
        var beneficiary = new { familyName = "Relance", givenName = "Ana", birthDate = "1970-01-01", commune = "30189", preferredLanguage = "fr", contactRestrictions = "None" };
        using var answer = await (await Desk(host)).PostAsJsonAsync("/api/v1/cases", new { siteId = DemonstrationId.Of("site:valdegour"), beneficiary, situation = "Une coupure est annoncée." });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString()!;
    }

    private static async Task<string> Cases(RunningHost host) => await (await Desk(host)).GetStringAsync(new Uri("/api/v1/cases?limit=100", UriKind.Relative));

    private static async Task<HttpClient> Desk(RunningHost host)
    {
        host.Http.DefaultRequestHeaders.Authorization = new("Bearer", await Tokens.ByPassword(host.Http, "mediator.valdegour"));
        return host.Http;
    }

    private static async Task Gone(RunningHost host)
    {
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (!await host.IsGone())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(45), $"Something still runs on {host.Data}:\n{host.Said}");
            await Task.Delay(100);
        }
    }
}
