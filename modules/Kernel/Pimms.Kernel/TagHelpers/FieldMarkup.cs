using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>Writes a <see cref="Field"/>. Several controls under one question are a fieldset, so that screen readers say the question with each.</summary>
internal sealed class FieldMarkup(Field asked, IReadOnlyList<TagHelperAttribute> attributes, Texts texts)
{
    private readonly FieldControls controls = new(asked, attributes, texts);

    public void WriteTo(TagHelperOutput output)
    {
        output.TagName = asked.IsGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("field", HtmlEncoder.Default);
        output.AddClass($"field-{asked.As}", HtmlEncoder.Default);
        if (asked.Error is not null)
            output.AddClass("field-wrong", HtmlEncoder.Default);
        if (asked.IsGroup && controls.DescribedBy is { } described)
            output.Attributes.SetAttribute("aria-describedby", described);

        if (asked.As != "checkbox")
            output.Content.AppendHtml(Label());
        if (asked.Hint is not null && asked.As != "checkbox")
            output.Content.AppendHtml(Html.Tag("p", "field-hint", asked.Hint).WithId(controls.HintId));
        if (asked.Error is not null)
            output.Content.AppendHtml(Problem());
        output.Content.AppendHtml(controls.Build());
    }

    private TagBuilder Label()
    {
        var label = Html.Tag(asked.IsGroup ? "legend" : "label", asked.Quiet ? "field-label visually-hidden" : "field-label", asked.Label);
        if (!asked.IsGroup)
            label.Attributes["for"] = asked.Id;
        if (asked.Optional)
            label.InnerHtml.Append(" ").AppendHtml(Html.Tag("span", "field-optional", texts["Field.Optional"]));
        return label;
    }

    private TagBuilder Problem()
    {
        var problem = Html.Tag("p", "field-error").WithId(controls.ErrorId);
        problem.InnerHtml.AppendHtml(Html.Tag("span", "visually-hidden", texts["Field.Error"])).Append(" ").Append(asked.Error!);
        return problem;
    }
}
