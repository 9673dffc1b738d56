using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>
/// A form that sends. With <c>once</c> it carries a one-time id, so that sending it twice does the thing once. One with an <c>action</c>
/// gets its antiforgery token too, which the framework only gives to forms without; where it is not wanted, <c>asp-antiforgery="false"</c> says so. The browser's own messages are off: ours help more.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method='post']")]
public sealed class FormTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>Sending it twice must do the thing once.</summary>
    public bool Once { get; set; }

    /// <summary>The request's view.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("novalidate", null);
        if (Once)
            output.PreContent.AppendHtml(OnceTagHelper.Input());
        var wanted = !string.Equals(context.AllAttributes["asp-antiforgery"]?.Value.ToString(), "false", StringComparison.OrdinalIgnoreCase);
        if (wanted && context.AllAttributes["action"]?.Value.ToString() is { Length: > 0 } action && action.StartsWith('/'))
            output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
    }
}

/// <summary>The hidden one-time id of a form: <c>__once</c>. The server does what carries an id once.</summary>
[HtmlTargetElement("once", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OnceTagHelper : TagHelper
{
    /// <summary>The control's name.</summary>
    public const string Name = "__once";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Input());
    }

    internal static TagBuilder Input()
    {
        var input = Html.Tag("input", null).WithValue(Guid.NewGuid().ToString());
        input.MergeAttribute("type", "hidden");
        input.MergeAttribute("name", Name);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return input;
    }
}
