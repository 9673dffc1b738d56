using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>When something is due, in bold and in its colour, and what it is; the full date on pointing and for programs.</summary>
[HtmlTargetElement("due", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DueTagHelper(Dates dates) : TagHelper
{
    /// <summary>In people's words: "2 jours de retard", "demain, mardi 24", "en pause".</summary>
    public required string When { get; set; }

    /// <summary>What is due then; empty when there is no more to say.</summary>
    public string What { get; set; } = "";

    /// <summary>Late, soon (wait), or neither.</summary>
    public Tone Tone { get; set; }

    /// <summary>The day itself; null when no day is meant.</summary>
    public DateOnly? On { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddCss($"due {Tones.Css(Tone)}");
        var when = Html.Tag("strong", null, On is null ? When : null);
        if (On is { } day)
            when.With(Time(day));
        output.Content.SetHtmlContent(when).Append(" ").Append(What);
    }

    private TagBuilder Time(DateOnly day)
    {
        var time = Html.Tag("time", null, When);
        time.MergeAttribute("datetime", day.ToString("O", CultureInfo.InvariantCulture));
        time.MergeAttribute("title", dates.Full(day));
        return time;
    }
}
