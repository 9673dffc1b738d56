using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>The languages of a paper as links, each in its own words: the same address with another <c>?language=</c>.</summary>
[HtmlTargetElement("print-languages", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PrintLanguagesTagHelper(Texts texts) : TagHelper
{
    /// <summary>The language that is shown.</summary>
    public required PrintLanguage Current { get; set; }

    /// <summary>The request's view.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddCss("languages");
        output.Attributes.SetAttribute("aria-label", texts["Paper.Languages"]);
        var list = Html.Tag("ul", null);
        foreach (var language in PrintLanguage.All)
            list.With(Html.Tag("li", null).With(Link(language)));
        output.Content.SetHtmlContent(list);
    }

    private TagBuilder Link(PrintLanguage language)
    {
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(part => part.Key != "language").SelectMany(part => part.Value.Select(value => KeyValuePair.Create(part.Key, value ?? "")))) { { "language", language.Code } };
        var link = Html.Link(request.Path + query.ToQueryString(), null, language.OwnName);
        link.MergeAttribute("lang", language.Code);
        link.MergeAttribute("dir", language.Direction);
        if (language == Current)
            link.MergeAttribute("aria-current", "true");
        return link;
    }
}

/// <summary>Prints the page; it shows itself where script runs, and elsewhere the browser's own command does.</summary>
[HtmlTargetElement("print-button", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PrintButtonTagHelper(Texts texts) : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddCss("btn btn-primary");
        output.Attributes.SetAttribute("type", "button");
        output.Attributes.SetAttribute("data-print", null);
        output.Attributes.SetAttribute("hidden", null);
        output.Content.SetContent(texts["Paper.Print"]);
    }
}
