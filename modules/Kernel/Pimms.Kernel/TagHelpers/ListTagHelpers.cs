using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>A summary: labels and what stands for them.</summary>
[HtmlTargetElement("data-list")]
public sealed class DataListTagHelper : TagHelper
{
    /// <summary>Labels above their values, for narrow columns.</summary>
    public bool Narrow { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.AddCss(Narrow ? "data-list narrow" : "data-list");
    }
}

/// <summary>One line of a <c>data-list</c>; nothing is written when there is no value and nothing inside.</summary>
[HtmlTargetElement("data-row", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DataRowTagHelper : TagHelper
{
    /// <summary>The label, in words.</summary>
    public required string Label { get; set; }

    /// <summary>The value, in words; or write it inside.</summary>
    public string? Value { get; set; }

    /// <summary>Where the value can be changed; a link is written after it.</summary>
    public string? ChangeHref { get; set; }

    /// <summary>The words of that link.</summary>
    public string? ChangeLabel { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        if (inside.IsEmptyOrWhiteSpace && string.IsNullOrWhiteSpace(Value))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddCss("data-row");
        var value = Html.Tag("dd", null, Value);
        if (!inside.IsEmptyOrWhiteSpace)
            value.With(new HtmlString(inside.GetContent().Trim()));
        output.Content.SetHtmlContent(Html.Tag("dt", null, Label)).AppendHtml(value);
        if (!string.IsNullOrEmpty(ChangeHref))
            output.Content.AppendHtml(Html.Tag("dd", "data-change").With(Changing(ChangeHref)));
    }

    private TagBuilder Changing(string href) =>
        Html.Link(href, null, ChangeLabel ?? "").With(Html.Tag("span", "visually-hidden", $" {Label}"));
}

/// <summary>
/// A list of rows of two lines. Inside: <c>tr</c> with <c>td</c>; the title is <c>a.row-title</c>, the line below it <c>span.row-sub</c>.
/// With script the whole row is clickable.
/// </summary>
[HtmlTargetElement("rows")]
public sealed class RowsTagHelper(Texts texts) : TagHelper
{
    /// <summary>What the list is, for screen readers.</summary>
    public required string Caption { get; set; }

    /// <summary>The columns' text keys, separated by commas; <c>Key:due</c> can be sorted by (<c>?sort=due</c>).</summary>
    public required string Columns { get; set; }

    /// <summary>The request's view.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "table";
        output.AddCss("rows");
        var head = Html.Tag("tr", null);
        foreach (var column in Columns.Split(',', StringSplitOptions.TrimEntries))
            head.With(Head(column.Split(':')));
        output.PreContent.AppendHtml(Html.Tag("caption", "visually-hidden", Caption));
        output.PreContent.AppendHtml(Html.Tag("thead", null).With(head)).AppendHtml("<tbody>");
        output.PostContent.AppendHtml("</tbody>");
    }

    private TagBuilder Head(string[] column)
    {
        var cell = Html.Tag("th", null);
        cell.MergeAttribute("scope", "col");
        if (column is not [var key, var sort])
            return cell.With(Html.Tag("span", null, texts[column[0]]));

        var request = ViewContext.HttpContext.Request;
        if (request.Query["sort"] == sort)
            cell.MergeAttribute("aria-sort", "ascending");
        return cell.With(Html.Link(Address.With(request, ("sort", sort), ("after", null)), null, texts[key]));
    }
}

/// <summary>The way to the next rows; keyset paging, so there are no page numbers.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(Texts texts) : TagHelper
{
    /// <summary>What <c>?after=</c> becomes; null when this is the end.</summary>
    public string? Next { get; set; }

    /// <summary>The request's view.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var later = request.Query.ContainsKey("after");
        // An expression that is null arrives as an empty text.
        if (string.IsNullOrEmpty(Next) && !later)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddCss("pager");
        output.Attributes.SetAttribute("aria-label", texts["Pager.Label"]);
        if (later)
            output.Content.AppendHtml(Html.Link(Address.With(request, ("after", null)), null, texts["Pager.First"]));
        if (!string.IsNullOrEmpty(Next))
            output.Content.AppendHtml(Html.Link(Address.With(request, ("after", Next)), null, texts["Pager.Next"]));
    }
}
