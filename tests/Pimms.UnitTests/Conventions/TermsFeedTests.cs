using System.Text;
using FsCheck.Xunit;
using Pimms.Conventions;

namespace Pimms.UnitTests;

/// <summary>RFC 5545, read back by a reader of our own that knows nothing of how it was written.</summary>
public sealed class TermsFeedTests
{
    private static readonly Uri Site = new("https://pimms.example");
    private static readonly Guid Convention = Guid.Parse("0b7c9d6e-1111-8222-9333-444455556666");

    [Fact]
    public void Says_a_whole_day_with_what_calendars_need()
    {
        var lines = Unfolded(Feed(Day("Énergie")));
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        string[] expected =
        [
            "VERSION:2.0", "METHOD:PUBLISH", $"UID:ends-20270131-{Convention}@pimms", "DTSTAMP:20261125T101112Z", "DTSTART;VALUE=DATE:20270131", "DTEND;VALUE=DATE:20270201",
            "SUMMARY:Fin : Énergie", $"URL:https://pimms.example/conventions/{Convention}",
        ];
        Assert.All(expected, line => Assert.Contains(line, lines));
    }

    [Fact]
    public void Is_a_calendar_without_events_when_nothing_comes() => Assert.DoesNotContain("BEGIN:VEVENT", Feed(), StringComparison.Ordinal);

    [Fact]
    public void Is_the_same_each_time_it_is_read() => Assert.Equal(Feed(Day("A")), Feed(Day("A")));

    [Fact]
    public void Escapes_what_means_something() =>
        Assert.Contains(@"SUMMARY:Fin : Eau\, gaz\; air \\ feu\nsuite", Unfolded(Feed(Day("Eau, gaz; air \\ feu\nsuite"))));

    [Property]
    public bool Folds_at_75_octets_and_loses_nothing(string? words)
    {
        var name = new string([.. (words ?? "").Where(sign => !char.IsControl(sign) && !char.IsSurrogate(sign) && sign is not ('\u2028' or '\u2029' or '\u0085'))]) + string.Concat(Enumerable.Repeat("é€𝄞", 40));
        var feed = Feed(Day(name));
        var written = feed.Split("\r\n");
        return feed.EndsWith("\r\n", StringComparison.Ordinal)
            && !feed.Replace("\r\n", "", StringComparison.Ordinal).AsSpan().ContainsAny('\r', '\n')
            && written.All(line => Encoding.UTF8.GetByteCount(line) <= 75)
            && Unfolded(feed).Contains("SUMMARY:Fin : " + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal));
    }

    private static TermDay Day(string partner) => new(new(2027, 1, 31), TermDayKind.Ends, Convention, "2025-07", partner, new(2026, 11, 25, 10, 11, 12, TimeSpan.Zero));

    private static string Feed(params TermDay[] days) => TermsFeed.Of(days, day => $"Fin : {day.PartnerName}", "Échéances", Site);

    private static List<string> Unfolded(string feed) => [.. feed.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
}
