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
        output.TagName = null;
        output.Content.SetHtmlContent(Marks.Due(When, What, Tone, On is { } day ? (day, dates.Full(day)) : null));
    }
}
