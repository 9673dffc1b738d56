using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
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
        // Written when the whole page is made: the fields below have then said their names.
        output.Content.SetHtmlContent(new Later(List));
    }

    private HtmlContentBuilder List()
    {
        var (shown, said) = (ShownFields.Of(ViewContext.HttpContext), new HashSet<string>());
        var list = Html.Tag("ul", null);
        foreach (var (name, entry) in ViewContext.ModelState.OrderBy(entry => PlaceOf(entry.Key, shown), StringComparer.Ordinal))
        {
            // One thing to put right per field is enough at a time.
            foreach (var error in name.Length == 0 ? entry!.Errors : entry!.Errors.Take(1))
            {
                var words = WordsOf(name, texts.Say(error.ErrorMessage), shown);
                if (said.Add($"{name} {words}"))
                    list.With(name.Length == 0 ? Html.Tag("li", null, words) : Html.Tag("li", null).With(Html.Link($"#{shown.Find(name)?.Id ?? TagBuilder.CreateSanitizedId(name, "_")}", null, words)));
            }
        }

        var content = new HtmlContentBuilder();
        content.AppendHtml(Html.Tag("h2", null, Title ?? texts["Errors.Title"])).AppendHtml(list);
        return content;
    }

    /// <summary>The field's label, in a list with the line's number, and what is wrong with it.</summary>
    private string WordsOf(string name, string message, ShownFields shown)
    {
        // What the page itself calls it is clear without a number.
        if (Labels?.GetValueOrDefault(name) is { } called)
            return texts["Errors.At", called.TrimEnd(Ends), message];
        if (name.Length == 0 || (shown.Find(name)?.Label ?? LabelOf(name)) is not { } found)
            return message;
        var label = found.TrimEnd(Ends);
        var numbered = ShownFields.LineOf(name) is { } line && !label.Contains($"{line}", StringComparison.Ordinal) ? texts["Errors.Line", label, line] : label;
        return texts["Errors.At", numbered, message];
    }

    private string PlaceOf(string name, ShownFields shown) =>
        name.Length == 0 ? "" : shown.Find(name) is { } field ? string.Create(CultureInfo.InvariantCulture, $"0{field.Place:D5}") : $"1{PlaceOf(name)}";

    /// <summary>Content that is made when it is written.</summary>
    private sealed class Later(Func<IHtmlContent> make) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => make().WriteTo(writer, encoder);
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
        var metadata = ViewContext.ViewData.ModelMetadata;
        foreach (var part in name.Split('.'))
        {
            var property = metadata.Properties.FirstOrDefault(property => property.PropertyName == part.Split('[')[0]);
            if (property is null)
                return null;
            metadata = part.EndsWith(']') ? property.ElementMetadata ?? property : property;
        }

        var key = $"{metadata.ContainerType?.Name}.{metadata.PropertyName}";
        return texts.Has(key) ? texts[key] : null;
    }
}
