using System.Globalization;
using System.Text;

namespace Pimms.Conventions;

/// <summary>The days of conventions as calendar programs read them (RFC 5545): one event of a whole day each. Organisations and references only, no person.</summary>
internal static class TermsFeed
{
    private const int LongestLine = 75;

    /// <param name="days">What stands in it.</param>
    /// <param name="summary">The words of a day.</param>
    /// <param name="name">The calendar's name.</param>
    /// <param name="site">The platform's address, for links.</param>
    public static string Of(IEnumerable<TermDay> days, Func<TermDay, string> summary, string name, Uri site)
    {
        var feed = new StringBuilder();
        Lines(feed, "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Pimms.Platform//Conventions//FR", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", $"X-WR-CALNAME:{Text(name)}");
        foreach (var day in days)
        {
            Lines(feed, "BEGIN:VEVENT",
                // The same day of the same convention is the same event, however often it is read; a term that moved is another.
                $"UID:{day.Kind.ToString().ToLowerInvariant()}-{Date(day.Day)}-{day.ConventionId}@pimms",
                $"DTSTAMP:{day.ChangedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
                $"DTSTART;VALUE=DATE:{Date(day.Day)}", $"DTEND;VALUE=DATE:{Date(day.Day.AddDays(1))}",
                $"SUMMARY:{Text(summary(day))}", $"URL:{new Uri(site, $"/conventions/{day.ConventionId}")}", "TRANSP:TRANSPARENT", "END:VEVENT");
        }
        Lines(feed, "END:VCALENDAR");
        return feed.ToString();
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Backslashes, semicolons, commas and line breaks mean something there.</summary>
    private static string Text(string words) => words
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    private static void Lines(StringBuilder feed, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
            Fold(feed, line);
    }

    /// <summary>At 75 octets, never within a letter; what follows begins with a space.</summary>
    private static void Fold(StringBuilder feed, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                feed.Append("\r\n ");
                octets = 1;
            }
            feed.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        feed.Append("\r\n");
    }
}
