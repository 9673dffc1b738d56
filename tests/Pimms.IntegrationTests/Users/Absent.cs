using System.Net.Http.Json;
using System.Text.Json;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>What tests of replacements share.</summary>
internal static class Absent
{
    public static Guid Person(string userName) => DemonstrationId.Of($"person:{userName}");

    public static DateOnly Today(TimeProvider clock) => WorkingCalendar.DayOf(clock.GetUtcNow());

    /// <summary>Says that somebody is away from so many days on, until so many days from now, both included.</summary>
    public static async Task<Guid> Say(this Platform platform, string by, string absent, string replacement, int from, int to)
    {
        var today = Today(platform.Clock ?? TimeProvider.System);
        return (await platform.Send(by, new ReplaceAbsent { PersonId = Person(absent), From = today.AddDays(from), To = today.AddDays(to), ReplacementId = Person(replacement) })).Value;
    }

    /// <summary>The bounds that the API tells a program of.</summary>
    public static async Task<List<Guid>> Bounds(this HttpClient program, string which) =>
        [.. (await program.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty(which).EnumerateArray().Select(id => id.GetGuid())];
}
