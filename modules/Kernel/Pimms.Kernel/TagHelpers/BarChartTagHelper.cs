using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>
/// A chart that is its own table of data: one row per bar, with its value in words and the bar drawn beside it. So it is read aloud as a
/// table, stays legible at 320 px and on paper, and needs no script.
/// </summary>
[HtmlTargetElement("bar-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarChartTagHelper(Texts texts) : TagHelper
{
    private const decimal Width = 100;

    /// <summary>What the chart shows, in words.</summary>
    public required string Caption { get; set; }

    /// <summary>The text keys of the two columns, separated by a comma: of what is counted, and of the values.</summary>
    public required string Columns { get; set; }

    /// <summary>The rows, in the order in which they are read.</summary>
    public required IEnumerable<Bar> Bars { get; set; }

    /// <summary>What a full bar is; the largest of the values unless said.</summary>
    public decimal? Full { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Bar[] bars = [.. Bars];
        var full = Full ?? bars.Select(bar => bar.Whole ?? bar.Value ?? 0).DefaultIfEmpty(0).Max();
        output.TagName = "table";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddCss("table bar-chart");
        output.Content.AppendHtml(Html.Tag("caption", null, Caption));
        output.Content.AppendHtml(Html.Tag("thead", null).With(Head()));
        var body = Html.Tag("tbody", null);
        foreach (var bar in bars)
            body.With(Row(bar, full));
        output.Content.AppendHtml(body);
    }

    private TagBuilder Head()
    {
        var row = Html.Tag("tr", null);
        foreach (var key in Columns.Split(',', StringSplitOptions.TrimEntries))
        {
            var cell = Html.Tag("th", null, texts[key]);
            cell.MergeAttribute("scope", "col");
            row.With(cell);
        }
        return row;
    }

    private static TagBuilder Row(Bar bar, decimal full)
    {
        var label = Html.Tag("th", null, bar.Label);
        label.MergeAttribute("scope", "row");
        return Html.Tag("tr", null).With(label).With(Html.Tag("td", "figures").With(Html.Tag("span", null, bar.Words)).With(Drawn(bar, full)));
    }

    /// <summary>Widths are shares of the view box, so that the drawing stretches with its cell.</summary>
    private static TagBuilder Drawn(Bar bar, decimal full)
    {
        var drawing = Html.Tag("svg", $"bar {Tones.Css(bar.Tone.ToString())}").Hidden();
        drawing.MergeAttribute("viewBox", $"0 0 {Width} 8");
        drawing.MergeAttribute("preserveAspectRatio", "none");
        drawing.MergeAttribute("focusable", "false");
        if (bar.Whole is { } whole)
            drawing.With(Rectangle("bar-whole", whole, full));
        return drawing.With(Rectangle("bar-part", bar.Value ?? 0, full));
    }

    private static TagBuilder Rectangle(string css, decimal value, decimal full)
    {
        var rectangle = Html.Tag("rect", css);
        var width = full <= 0 ? 0 : Math.Clamp(value / full, 0, 1) * Width;
        rectangle.MergeAttribute("width", width.ToString("0.##", CultureInfo.InvariantCulture));
        rectangle.MergeAttribute("height", "8");
        return rectangle;
    }
}
