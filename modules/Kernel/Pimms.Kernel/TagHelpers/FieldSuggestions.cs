using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Pimms.Kernel;

/// <summary>What script fills to complete what is typed; without script these are plain fields.</summary>
internal sealed class FieldSuggestions(Field asked, Texts texts)
{
    private string ListId => $"{asked.Id}-suggestions";

    /// <summary>A list below the input itself.</summary>
    public IHtmlContent Completing(TagBuilder input)
    {
        input.MergeAttribute("list", ListId);
        input.MergeAttribute("data-suggestions", asked.Suggestions);
        return new HtmlContentBuilder().AppendHtml(input).AppendHtml(Html.Tag("datalist", null).WithId(ListId));
    }

    /// <summary>A line of its own, which adds what is chosen to the long text; hidden until script takes it over, and never sent.</summary>
    public IHtmlContent Beside(TagBuilder area)
    {
        var input = Html.Tag("input", "form-control w-medium").WithId($"{asked.Id}-add");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.MergeAttribute("type", "text");
        input.MergeAttribute("autocomplete", "off");
        input.MergeAttribute("aria-label", texts["Field.Add.Label", asked.Label]);
        input.MergeAttribute("list", ListId);
        input.MergeAttribute("data-suggestions", asked.Suggestions);
        var button = Html.Tag("button", "btn btn-outline-primary", texts["Field.Add"]);
        button.MergeAttribute("type", "button");
        var line = Html.Tag("div", "field-add").With(input).With(Html.Tag("datalist", null).WithId(ListId)).With(button);
        line.MergeAttribute("hidden", "hidden");
        line.MergeAttribute("data-adds-to", asked.Id);
        return new HtmlContentBuilder().AppendHtml(area).AppendHtml(line);
    }
}
