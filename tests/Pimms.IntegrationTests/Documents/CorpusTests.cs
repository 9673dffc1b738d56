using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pimms.UnitTests;

namespace Pimms.IntegrationTests;

/// <summary>The whole corpus through the API of a host with a real ClamAV, as it would arrive.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Hostile_files_are_refused_or_quarantined_to_the_last_one_and_clean_ones_pass()
    {
        using var scanner = new Scanner();
        await using var platform = await Platform.Start(new() { Settings = scanner.Settings });
        using var client = await platform.Api("mediator.valdegour");
        var desk = new Desk(platform);
        var its = await desk.OpenCase();
        var wrong = new List<string>();
        var reasons = new Dictionary<string, int>();

        var draft = await desk.Draft(its);
        foreach (var file in HostileFiles.Seen.Concat(HostileFiles.Infected))
        {
            var (status, answer) = await Send(client, draft, file);
            var reason = answer?.RootElement.TryGetProperty("reason", out var said) == true ? said.GetString()! : "";
            if (status is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge) || answer!.RootElement.GetProperty("type").GetString() != "/problems/document-refused" || reason.Length == 0)
                wrong.Add($"{file.Label}: {(int)status} {answer?.RootElement}");
            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal("0", (await platform.Ask("select count(*) from referrals.documents where referral_id = $1", draft)).Single());

        foreach (var (number, file) in CleanFiles.All.Index())
        {
            if (number % 10 == 0)
                draft = await desk.Draft(its);
            var (status, answer) = await Send(client, draft, file);
            if (status != HttpStatusCode.Created || answer!.RootElement.GetProperty("state").GetString() != "Available")
                wrong.Add($"{file.Label}: {(int)status} {answer?.RootElement}");
        }
        output.WriteLine($"{HostileFiles.Seen.Count + HostileFiles.Infected.Count} hostile: {string.Join(", ", reasons.OrderByDescending(one => one.Value).Select(one => $"{one.Value} {one.Key}"))}; {CleanFiles.All.Count} clean");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(HostileFiles.Infected.Count, reasons["Infected"]);
    }

    private static async Task<(HttpStatusCode, JsonDocument?)> Send(HttpClient client, Guid referral, SampleFile file)
    {
        using var parts = Upload.Parts(file.Name, file.Content);
        using var answer = await client.PostAsync(new Uri($"/api/v1/referrals/{referral}/documents", UriKind.Relative), parts);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text) : null);
    }
}
