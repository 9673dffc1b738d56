using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>Where the reader is: inside, links to the pages above; <c>here</c> names this one.</summary>
[HtmlTargetElement("breadcrumbs")]
public sealed class BreadcrumbsTagHelper(Texts texts) : TagHelper
{
    /// <summary>This page, in words.</summary>
    public required string Here { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.AddCss("breadcrumbs");
        output.Attributes.SetAttribute("aria-label", texts["Breadcrumbs.Label"]);
        var here = Html.Tag("span", null, Here);
        here.MergeAttribute("aria-current", "page");
        output.PostContent.AppendHtml(here);
    }
}

/// <summary>Where the reader is in a form of several screens.</summary>
[HtmlTargetElement("steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepsTagHelper(Texts texts) : TagHelper
{
    /// <summary>The current step, from 1.</summary>
    public int Current { get; set; }

    /// <summary>The steps' text keys, separated by commas.</summary>
    public required string Keys { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddCss("steps");
        output.Attributes.SetAttribute("aria-label", texts["Steps.Label"]);
        foreach (var (index, key) in Keys.Split(',', StringSplitOptions.TrimEntries).Index())
            output.Content.AppendHtml(Step(index + 1, texts[key]));
    }

    private TagBuilder Step(int number, string label)
    {
        var step = Html.Tag("li", number < Current ? "step-done" : number == Current ? "step-current" : "step-later");
        if (number == Current)
            step.MergeAttribute("aria-current", "step");
        step.With(Html.Tag("span", "step-sign", number < Current ? "✓" : $"{number}").Hidden());
        if (number < Current)
            step.With(Html.Tag("span", "visually-hidden", texts["Steps.Done"] + " "));
        return step.With(Html.Tag("span", null, label));
    }
}

/// <summary>Views of one list, each with its count; they are links, and the view is in the address.</summary>
[HtmlTargetElement("tabs")]
public sealed class TabsTagHelper(Texts texts) : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.AddCss("tabs");
        output.Attributes.SetAttribute("aria-label", texts["Tabs.Label"]);
        output.PreContent.AppendHtml("<ul>");
        output.PostContent.AppendHtml("</ul>");
    }
}

/// <summary>One view of a list; its name stands inside.</summary>
[HtmlTargetElement("tab", ParentTag = "tabs")]
public sealed class TabTagHelper : TagHelper
{
    /// <summary>Where it leads.</summary>
    public required string Href { get; set; }

    /// <summary>How many rows it has; null when that is not known or does not matter.</summary>
    public int? Count { get; set; }

    /// <summary>It is the one shown.</summary>
    public bool Active { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        var link = Html.Link(Href, null, "");
        if (Active)
            link.MergeAttribute("aria-current", "page");
        output.PreContent.AppendHtml(link.RenderStartTag());
        if (Count is { } count)
            output.PostContent.Append(" ").AppendHtml(Html.Tag("span", "count", count.ToString(Texts.Language)));
        output.PostContent.AppendHtml(link.RenderEndTag());
    }
}

/// <summary>A form that searches or filters a list: it asks with GET, so that the answer has an address. Fields stand inside.</summary>
[HtmlTargetElement("filter-form")]
public sealed class FilterFormTagHelper(Texts texts) : TagHelper
{
    /// <summary>What of the address is kept besides the fields, separated by commas: <c>view,sort</c>.</summary>
    public string? Keep { get; set; }

    /// <summary>The request's view.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        output.TagName = "form";
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("role", "search");
        output.AddCss("filter-form");
        output.Attributes.SetAttribute("aria-label", texts["Filter.Label"]);
        foreach (var name in (Keep ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var kept = Html.Tag("input", null).WithValue(request.Query[name].ToString());
            kept.MergeAttribute("type", "hidden");
            kept.MergeAttribute("name", name);
            kept.TagRenderMode = TagRenderMode.SelfClosing;
            if (request.Query.ContainsKey(name))
                output.PreContent.AppendHtml(kept);
        }

        output.PostContent.AppendHtml(Html.Tag("button", "btn btn-outline-primary", texts["Filter.Button"]));
    }
}
