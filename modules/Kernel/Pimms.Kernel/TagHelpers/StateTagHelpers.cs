using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>A state: a dot, a word, a colour. The word is the value's text, or what stands inside.</summary>
[HtmlTargetElement("state-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StateBadgeTagHelper(Texts texts) : TagHelper
{
    /// <summary>The state; its word is <c>{enum}.{value}</c>.</summary>
    public Enum? Value { get; set; }

    /// <summary>new, hand, wait, late, done or neutral.</summary>
    public string? Tone { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.AddCss($"state {Tones.Css(Tone)}");
        if (output.TagMode == TagMode.SelfClosing)
            output.Content.SetContent(texts.Of(Value!));
        output.TagMode = TagMode.StartTagAndEndTag;
    }
}

/// <summary>The first block of a page: whose turn it is, why, and by when, with its buttons inside.</summary>
[HtmlTargetElement("your-turn")]
public sealed class YourTurnTagHelper : TagHelper
{
    /// <summary>The block's heading: "À vous : prendre en charge".</summary>
    public required string Title { get; set; }

    /// <summary>late, wait, hand, done, new or neutral (calm).</summary>
    public string? Tone { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.AddCss($"your-turn {Tones.Css(Tone == "calm" ? null : Tone)}");
        var id = $"turn-{context.UniqueId}";
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.PreContent.SetHtmlContent(Html.Tag("h2", null, Title).WithId(id));
    }
}

/// <summary>A line that stands out: what was just done (tone done), what to know before starting (hand), what to be careful with (wait, late).</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    /// <summary>done, hand, wait or late; hand unless said.</summary>
    public string? Tone { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.AddCss($"notice {Tones.Css(Tone, Kernel.Tone.Hand)}");
    }
}

/// <summary>A list without rows: why it is empty (the title), and inside, what one can do.</summary>
[HtmlTargetElement("empty-state", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EmptyStateTagHelper : TagHelper
{
    /// <summary>Why there is nothing.</summary>
    public required string Title { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddCss("empty-state");
        output.PreContent.SetHtmlContent(Html.Tag("p", "empty-title", Title));
    }
}
