using System.Net.Http.Json;
using System.Text.Json;
using Pimms.Conventions.Contracts;

namespace Pimms.IntegrationTests;

/// <summary>A thousand random data annexes against every byte that the partner is served. On a platform of its own.</summary>
public sealed class DisclosureTests(Platform platform, ITestOutputHelper output) : IClassFixture<Platform>
{
    private const int HowMany = 1000;

    [Fact]
    public async Task The_partner_is_served_the_fields_of_the_annex_when_they_are_due_and_nothing_else()
    {
        var sent = await new DisclosureStory(platform, new Random(20261125)).Send(HowMany);
        using var agent = await platform.As("agent.energie");
        using var api = await platform.Api("agent.energie");
        var bytes = 0L;
        foreach (var referral in sent)
        {
            var version = await Serves(referral, referral.Due(DisclosureTime.AtSending));
            using var accept = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/referrals/{referral.Id}/accept", UriKind.Relative)) { Content = JsonContent.Create(new { }) };
            accept.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            using var accepted = await api.SendAsync(accept);
            Assert.True(accepted.IsSuccessStatusCode, await accepted.Content.ReadAsStringAsync());
            await Serves(referral, [.. referral.Due(DisclosureTime.AtSending), .. referral.Due(DisclosureTime.AfterAcceptance)]);
        }
        await Lists(sent);
        output.WriteLine($"{sent.Count} conventions, {bytes} characters served to the partner and looked through");

        // By the API the fields are compared one by one; on the page, and in whatever else the answer holds, no mark of another field may stand.
        async Task<string> Serves(Disclosed referral, IReadOnlyCollection<BeneficiaryField> due)
        {
            var json = await api.GetStringAsync(new Uri($"/api/v1/referrals/{referral.Id}", UriKind.Relative));
            var resource = JsonSerializer.Deserialize<JsonElement>(json);
            var disclosed = resource.GetProperty("disclosed").EnumerateObject().ToDictionary(field => Enum.Parse<BeneficiaryField>(field.Name, ignoreCase: true), field => field.Value.ToString());
            Assert.Equal(due.Order(), disclosed.Keys.Order());
            Assert.All(due, field => Assert.Equal(referral.Values[field], disclosed[field]));
            var timeline = await api.GetStringAsync(new Uri($"/api/v1/referrals/{referral.Id}/timeline", UriKind.Relative));
            var page = await agent.Http.GetStringAsync(new Uri($"/referrals/{referral.Id}", UriKind.Relative));
            foreach (var served in (string[])[json, timeline, page])
            {
                bytes += served.Length;
                Assert.Empty(referral.MarksIn(served, except: due).Select(mark => $"{referral.Id}: {mark}"));
            }
            Assert.Equal(due.Count(field => referral.Marks.ContainsKey(field)), referral.MarksIn(page, except: []).Count());
            return resource.GetProperty("version").GetString()!;
        }
    }

    [Fact]
    public async Task What_is_due_after_acceptance_cannot_be_read_before_not_even_from_the_database()
    {
        var sent = await new DisclosureStory(platform, new Random(7)).Send(50);
        var agent = await Personas.Of(platform.Services, "agent.energie");
        Assert.NotEmpty(sent.SelectMany(referral => referral.Due(DisclosureTime.AfterAcceptance)));
        var rows = await platform.Straight(agent, async connection =>
        {
            var all = new List<string>();
            foreach (var table in await platform.Tables())
                all.AddRange(await connection.Rows($"select to_jsonb(t)::text from {table} t"));
            return string.Join('\n', all);
        });
        Assert.All(sent, referral => Assert.Empty(referral.MarksIn(rows, except: referral.Due(DisclosureTime.AtSending))));
        Assert.All(sent, referral => Assert.Equal(referral.Due(DisclosureTime.AtSending).Count(field => referral.Marks.ContainsKey(field)), referral.MarksIn(rows, except: []).Count()));
    }

    /// <summary>The lists, and what was written to people by mail: names at most, and those only where they are due.</summary>
    private async Task Lists(IReadOnlyList<Disclosed> sent)
    {
        using var api = await platform.Api("agent.energie");
        var (served, cursor) = ("", (string?)"");
        while (cursor is not null)
        {
            var page = await api.GetStringAsync(new Uri($"/api/v1/referrals?limit=100{(cursor.Length == 0 ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", UriKind.Relative));
            served += page;
            cursor = JsonSerializer.Deserialize<JsonElement>(page).GetProperty("nextCursor").GetString();
        }
        var mails = string.Join('\n', await platform.Ask("select to_jsonb(m)::text from users.mails m"));
        foreach (var referral in sent)
        {
            Assert.Empty(referral.MarksIn(served, except: [.. referral.Annex.Keys]));
            Assert.Empty(referral.MarksIn(mails, except: []));
        }
    }
}
