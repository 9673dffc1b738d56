using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>A day or a moment in people's words; the full date on pointing and for programs.</summary>
[HtmlTargetElement("when", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhenTagHelper(Dates dates) : TagHelper
{
    /// <summary>A moment.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>A day.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Abbreviates the month, for columns.</summary>
    public bool Brief { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if ((At, Day) is (null, null))
        {
            output.SuppressOutput();
            return;
        }

        var (machine, full, words) = At is { } at
            ? (at.ToString("O", CultureInfo.InvariantCulture), dates.FullMoment(at), Brief ? dates.ShortDay(Dates.DayOf(at)) : dates.Moment(at))
            : (Day!.Value.ToString("O", CultureInfo.InvariantCulture), dates.Full(Day.Value), Brief ? dates.ShortDay(Day.Value) : dates.Day(Day.Value));
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", machine);
        output.Attributes.SetAttribute("title", full);
        output.Content.SetContent(words);
    }
}

/// <summary>What happened, the newest where the page puts it.</summary>
[HtmlTargetElement("timeline")]
[RestrictChildren("timeline-item")]
public sealed class TimelineTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.AddCss("timeline");
    }
}

/// <summary>One thing that happened, said inside.</summary>
[HtmlTargetElement("timeline-item")]
public sealed class TimelineItemTagHelper(Dates dates) : TagHelper
{
    /// <summary>The moment it happened.</summary>
    public DateTimeOffset When { get; set; }

    /// <summary>Who did it.</summary>
    public string? Who { get; set; }

    /// <summary>What it was like.</summary>
    public string? Tone { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.AddCss($"timeline-item {Tones.Css(Tone)}");
        output.PreContent.SetHtmlContent(Byline.Of(Who, When, dates));
    }
}

/// <summary>A message of the conversation. A note for the own side only looks different, and says so.</summary>
[HtmlTargetElement("message")]
public sealed class MessageTagHelper(Dates dates, Texts texts) : TagHelper
{
    /// <summary>Who wrote it: the person or the service.</summary>
    public required string Who { get; set; }

    /// <summary>The moment it was written.</summary>
    public DateTimeOffset When { get; set; }

    /// <summary>Seen by the own side only.</summary>
    public bool OwnSide { get; set; }

    /// <summary>Written by the reader's own side: the round sign takes the own side's colour.</summary>
    public bool Mine { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "article";
        output.AddCss($"message{(OwnSide ? " own-side" : "")}{(Mine ? " mine" : "")}");
        output.PreContent.AppendHtml(Html.Tag("span", "message-sign", Byline.Sign(Who)).Hidden());
        output.PreContent.AppendHtml(Byline.Of(Who, When, dates));
        if (OwnSide)
            output.PreContent.AppendHtml(Html.Tag("p", "own-side-label", texts["Message.OwnSide"]));
        output.PreContent.AppendHtml("<div class=\"message-body\">");
        output.PostContent.AppendHtml("</div>");
    }
}

internal static class Byline
{
    /// <summary>"V" for "Site Valdegour": what comes last tells services and sites apart.</summary>
    public static string Sign(string who) =>
        StringInfo.GetNextTextElement(who.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("")).ToUpper(Texts.Language);

    public static TagBuilder Of(string? who, DateTimeOffset when, Dates dates)
    {
        var time = Html.Tag("time", null, dates.Moment(when));
        time.MergeAttribute("datetime", when.ToString("O", CultureInfo.InvariantCulture));
        time.MergeAttribute("title", dates.FullMoment(when));
        var line = Html.Tag("p", "byline");
        if (who is not null)
            line.With(Html.Tag("strong", null, who)).InnerHtml.Append(" ");
        return line.With(time);
    }
}
