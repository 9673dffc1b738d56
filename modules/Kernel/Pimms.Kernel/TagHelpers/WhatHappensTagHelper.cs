using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>Before an act that reaches others or cannot be taken back: what will happen, to whom. Inside, one <c>li</c> per consequence.</summary>
[HtmlTargetElement("what-happens")]
public sealed class WhatHappensTagHelper(Texts texts) : TagHelper
{
    /// <summary>wait unless said; late where something is lost.</summary>
    public string? Tone { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = $"what-{context.UniqueId}";
        output.TagName = "section";
        output.AddCss($"what-happens {Tones.Css(Tone, Kernel.Tone.Wait)}");
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.PreContent.SetHtmlContent(Html.Tag("h2", null, texts["WhatHappens.Title"]).WithId(id)).AppendHtml("<ul>");
        output.PostContent.SetHtmlContent("</ul>");
    }
}
