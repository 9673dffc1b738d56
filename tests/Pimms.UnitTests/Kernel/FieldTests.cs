using AngleSharp.Dom;

namespace Pimms.UnitTests;

public sealed class FieldTests
{
    private readonly TagBench bench = new();

    [Fact]
    public void Stand_in_the_order_label_hint_error_control()
    {
        var field = bench.Wrong("answers.contract", "Il manque 2 chiffres.").Field(new() { Name = "answers.contract", Label = "Contrat", Hint = "10 chiffres" });
        Assert.Equal(["LABEL", "P", "P", "INPUT"], field.Children.Select(child => child.TagName));
        Assert.Equal("10 chiffres", field.Children[1].TextContent);
        Assert.EndsWith("Il manque 2 chiffres.", field.Children[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Tie_hint_and_error_to_the_control()
    {
        var control = bench.Wrong("answers.contract", "Field.Missing").Field(new() { Name = "answers.contract", Label = "Contrat", Hint = "10 chiffres" }).QuerySelector("input")!;
        Assert.Equal("answers_contract-hint answers_contract-error", control.GetAttribute("aria-describedby"));
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Show_again_what_was_typed_although_it_was_not_understood()
    {
        bench.State.SetModelValue("amount", "douze", "douze");
        Assert.Equal("douze", bench.Field(new() { Name = "amount", Label = "Montant", As = "money", Value = 12m }).QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public void Encode_what_was_typed_once()
    {
        var field = bench.Field(new() { Name = "text", Label = "<b>Texte</b>", As = "textarea", Value = "\n<script>" });
        Assert.Equal("\n<script>", field.QuerySelector("textarea")!.TextContent);
        Assert.Null(field.QuerySelector("b, script"));
    }

    [Fact]
    public void Ask_one_question_of_a_group()
    {
        var field = bench.Field(new() { Name = "unit", Label = "Service", As = "radios", Options = [new("a", "Solidarité"), new("b", "Facturation", "Hint")], Value = "b" });
        Assert.Equal("FIELDSET", field.TagName);
        Assert.Equal("Service", field.QuerySelector("legend")!.TextContent);
        Assert.Equal("b", field.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal("unit", field.QuerySelector("input")!.Id);
        Assert.Equal(field.QuerySelectorAll("[id]").Length, field.QuerySelectorAll("[id]").Select(one => one.Id).Distinct().Count());
        Assert.All(field.QuerySelectorAll("input"), input => Assert.NotNull(field.QuerySelector($"label[for='{input.Id}']")));
    }

    [Fact]
    public void Send_an_unticked_box_as_no()
    {
        var field = bench.Field(new() { Name = "agreed", Label = "Accord", As = "checkbox", Value = false });
        Assert.Null(field.QuerySelector("input[checked]"));
        Assert.Equal(["true", "false"], field.QuerySelectorAll("input").Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public void Lead_from_the_summary_to_the_first_control()
    {
        var summary = bench.Wrong("unit", "Field.Missing").Wrong("unit", "Field.Invalid").Wrong("", "Refusal.Stale").Summary();
        var link = Assert.Single(summary.QuerySelectorAll("a"));
        Assert.Equal("#unit", link.GetAttribute("href"));
        Assert.Equal(2, summary.QuerySelectorAll("li").Length);
        Assert.Equal("alert", summary.GetAttribute("role"));
    }

    [Theory]
    [InlineData("Input.Subject", "Objet\u00a0: À remplir.", "#Input_Subject")]
    [InlineData("Input.Items[1].Label", "Pièce, ligne 2\u00a0: À remplir.", "#Input_Items_1__Label")]
    [InlineData("answers.contract", "À remplir.", "#answers_contract")]
    public void Are_named_in_the_summary(string field, string words, string href)
    {
        var link = bench.Wrong(field, "Field.Missing").Summary().QuerySelector("a")!;
        Assert.Equal((words, href), (link.TextContent, link.GetAttribute("href")));
    }
}
