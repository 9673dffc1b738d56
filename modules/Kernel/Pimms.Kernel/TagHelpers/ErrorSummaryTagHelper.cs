using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>What has to be put right, above the form, each with a link to its field. The script moves the focus here.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Texts texts) : TagHelper
{
    private static readonly char[] Ends = [' ', '\u00a0', '?', ':', '.'];

    /// <summary>The labels of fields that no model knows, by the controls' names, in the order of the form.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; set; }

    /// <summary>The heading, where the form speaks another language than the page.</summary>
    public string? Title { get; set; }

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

        output.AddCss("error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-focus", null);
        var list = Html.Tag("ul", null);
        foreach (var (name, entry) in ViewContext.ModelState.OrderBy(entry => PlaceOf(entry.Key), StringComparer.Ordinal))
        {
            // One thing to put right per field is enough at a time.
            foreach (var error in name.Length == 0 ? entry!.Errors : entry!.Errors.Take(1))
                list.With(Item(name, texts.Say(error.ErrorMessage)));
        }

        output.Content.SetHtmlContent(Html.Tag("h2", null, Title ?? texts["Errors.Title"])).AppendHtml(list);
    }

    private TagBuilder Item(string name, string message)
    {
        if (name.Length == 0)
            return Html.Tag("li", null, message);
        var words = LabelOf(name) is { } label ? texts["Errors.At", label, message] : message;
        return Html.Tag("li", null).With(Html.Link($"#{TagBuilder.CreateSanitizedId(name, "_")}", null, words));
    }

    /// <summary>Where a field stands: as its command names it, then as the page's labels do. The framework keeps errors in an order of its own.</summary>
    private string PlaceOf(string name)
    {
        var place = new StringBuilder();
        var metadata = ViewContext.ViewData.ModelMetadata;
        foreach (var part in name.Split('.', '[', ']').Where(part => part.Length > 0))
        {
            var index = metadata.Properties.Index().FirstOrDefault(property => property.Item2.PropertyName == part, (-1, metadata));
            if (index.Item1 < 0 && metadata.ElementMetadata is { } element && int.TryParse(part, out var number))
                index = (number, element);
            place.Append(CultureInfo.InvariantCulture, $"{(index.Item1 < 0 ? 9999 : index.Item1):D4}");
            metadata = index.Item2;
        }
        List<string> labels = [.. Labels?.Keys ?? []];
        return place.Append(CultureInfo.InvariantCulture, $"{labels.IndexOf(name):D4}").ToString();
    }

    /// <summary>"À remplir." is enough at the field, but not here: the field's own label stands before it.</summary>
    private string? LabelOf(string name)
    {
        if (Labels?.TryGetValue(name, out var said) == true)
            return said.TrimEnd(Ends);
        var metadata = ViewContext.ViewData.ModelMetadata;
        foreach (var part in name.Split('.'))
        {
            var property = metadata.Properties.FirstOrDefault(property => property.PropertyName == part.Split('[')[0]);
            if (property is null)
                return null;
            metadata = part.EndsWith(']') ? property.ElementMetadata ?? property : property;
        }

        var key = $"{metadata.ContainerType?.Name}.{metadata.PropertyName}";
        return texts.Has(key) ? texts[key].TrimEnd(Ends) : null;
    }
}
