using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>
/// A form that sends. With <c>once</c> it carries a one-time id, so that sending it twice does the thing once. One with an <c>action</c>
/// gets its antiforgery token too, which the framework only gives to forms without. The browser's own messages are off: ours help more.
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
        if (context.AllAttributes["action"]?.Value.ToString() is { Length: > 0 } action && action.StartsWith('/'))
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

/// <summary>What has to be put right, above the form, each with a link to its field. The script moves the focus here.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Texts texts) : TagHelper
{
    /// <summary>The request's view.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-focus", null);
        var list = Html.Tag("ul", null);
        foreach (var (name, entry) in ViewContext.ModelState)
        {
            // One thing to put right per field is enough at a time.
            foreach (var error in name.Length == 0 ? entry!.Errors : entry!.Errors.Take(1))
                list.InnerHtml.AppendHtml(Item(name, texts.Say(error.ErrorMessage)));
        }

        output.Content.SetHtmlContent(Html.Tag("h2", null, texts["Errors.Title"])).AppendHtml(list);
    }

    private static TagBuilder Item(string name, string message) =>
        name.Length == 0 ? Html.Tag("li", null, message) : Html.Tag("li", null).With(Html.Link($"#{TagBuilder.CreateSanitizedId(name, "_")}", null, message));
}
