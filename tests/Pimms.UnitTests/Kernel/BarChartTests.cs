using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Razor.TagHelpers;
using System.Text.Encodings.Web;

namespace Pimms.UnitTests;

public sealed class BarChartTests
{
    [Fact]
    public void Is_its_own_table_of_data()
    {
        var chart = Chart([new("Novembre", 4, "4"), new("Décembre", 8, "8")]);
        Assert.Equal("TABLE", chart.TagName);
        Assert.Equal("Par mois", chart.QuerySelector("caption")!.TextContent);
        Assert.Equal(["Novembre", "Décembre"], chart.QuerySelectorAll("tbody th[scope=row]").Select(cell => cell.TextContent));
        Assert.Equal(["4", "8"], chart.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
        Assert.All(chart.QuerySelectorAll("svg"), drawing => Assert.Equal("true", drawing.GetAttribute("aria-hidden")));
    }

    [Fact]
    public void Draws_shares_of_the_largest() => Assert.Equal(["50", "100"], Widths([new("A", 4, "4"), new("B", 8, "8")]));

    [Fact]
    public void Draws_parts_of_their_wholes() => Assert.Equal(["100", "25"], Widths([new("A", 0.25m, "25 %") { Whole = 1 }]));

    [Fact]
    public void Draws_nothing_of_what_may_not_be_shown_and_divides_by_no_zero()
    {
        Assert.Equal(["0", "100"], Widths([new("A", null, "moins de 5"), new("B", 9, "9")]));
        Assert.Equal(["0"], Widths([new("A", 0, "0")]));
        Assert.Empty(Widths([]));
    }

    [Fact]
    public void Encodes_what_it_shows() => Assert.Null(Chart([new("<b>A</b>", 1, "<i>1</i>")]).QuerySelector("b, i"));

    private static IEnumerable<string?> Widths(Bar[] bars) => Chart(bars).QuerySelectorAll("rect").Select(rectangle => rectangle.GetAttribute("width"));

    private static IElement Chart(Bar[] bars)
    {
        var output = new TagHelperOutput("bar-chart", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new BarChartTagHelper(TextResources.Read([typeof(BarChartTests).Assembly])) { Caption = "Par mois", Columns = "Field.Optional,Field.Choose", Bars = bars }
            .Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        using var written = new StringWriter();
        output.WriteTo(written, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(written.ToString()).Body!.FirstElementChild!;
    }
}
