using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Pimms.Kernel;

/// <summary>
/// The small marks of a list's rows, as <c>state-badge</c> and <c>due</c> write them. A list writes them directly: a tag helper costs more
/// than the row it stands in.
/// </summary>
public static class Marks
{
    /// <summary>A state: a dot, a word, a colour.</summary>
    public static IHtmlContent State(Tone tone, string word) => new StateMark(tone, word);

    /// <summary>When something is due, and what it is; the full date on pointing and for programs.</summary>
    /// <param name="when">In people's words.</param>
    /// <param name="what">What is due then; empty when there is no more to say.</param>
    /// <param name="tone">Late, soon (wait), or neither.</param>
    /// <param name="on">The day itself, with its whole date in words; null when no day is meant.</param>
    public static IHtmlContent Due(string when, string what, Tone tone, (DateOnly Day, string InFull)? on) => new DueMark(when, what, tone, on);

    private sealed record StateMark(Tone Tone, string Word) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("<span class=\"state ");
            writer.Write(Tones.Css(Tone));
            writer.Write("\">");
            encoder.Encode(writer, Word);
            writer.Write("</span>");
        }
    }

    private sealed record DueMark(string When, string What, Tone Tone, (DateOnly Day, string InFull)? On) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("<span class=\"due ");
            writer.Write(Tones.Css(Tone));
            writer.Write("\"><strong>");
            if (On is var (day, inFull))
            {
                writer.Write("<time datetime=\"");
                writer.Write(day.ToString("O", CultureInfo.InvariantCulture));
                writer.Write("\" title=\"");
                encoder.Encode(writer, inFull);
                writer.Write("\">");
                encoder.Encode(writer, When);
                writer.Write("</time>");
            }
            else
            {
                encoder.Encode(writer, When);
            }
            writer.Write("</strong> ");
            encoder.Encode(writer, What);
            writer.Write("</span>");
        }
    }
}
