using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>The control of a <see cref="Field"/>: input, long text, list, or a group of choices.</summary>
internal sealed class FieldControls(Field asked, IReadOnlyList<TagHelperAttribute> attributes, Texts texts)
{
    public string HintId => $"{asked.Id}-hint";

    public string ErrorId => $"{asked.Id}-error";

    public string? DescribedBy => (asked.Hint, asked.Error) switch
    {
        (null, null) => null,
        (_, null) => HintId,
        (null, _) => ErrorId,
        _ => $"{HintId} {ErrorId}",
    };

    public IHtmlContent Build() => asked.As switch
    {
        "radios" => Group("radio"),
        "checkboxes" => Group("checkbox"),
        "checkbox" => Single(),
        "select" => Select(),
        "textarea" when asked.Suggestions is not null => new FieldSuggestions(asked, texts).Beside(LongText()),
        "textarea" => LongText(),
        _ when asked.Suggestions is not null => new FieldSuggestions(asked, texts).Completing(Input()),
        _ => Input(),
    };

    private TagBuilder Input()
    {
        var input = Control("input", $"form-control {Wide()}");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        (string type, string? mode) = asked.As switch
        {
            "money" => ("text", "decimal"),
            // Not type="number": it loses what is not a number, and scrolls values away.
            "number" => ("text", "numeric"),
            var kind => (kind, null),
        };
        input.MergeAttribute("type", type);
        if (mode is not null)
            input.MergeAttribute("inputmode", mode);
        if (asked.As is not ("password" or "file"))
            input.MergeAttribute("value", asked.Value);
        return asked.As == "money" ? Html.Tag("div", "money").With(input).With(Html.Tag("span", "money-unit", "€").Hidden()) : input;
    }

    private TagBuilder LongText()
    {
        var area = Control("textarea", $"form-control {Wide()}");
        area.MergeAttribute("rows", $"{asked.Rows}");
        // A browser drops the first line break of a long text: this one is for it to drop.
        area.InnerHtml.AppendHtml(new HtmlString("\n")).Append(asked.Value);
        return area;
    }

    private TagBuilder Select()
    {
        var select = Control("select", $"form-select {Wide()}");
        select.InnerHtml.AppendHtml(Html.Tag("option", null, texts["Field.Choose"]).WithValue(""));
        foreach (var choice in asked.Options)
        {
            var option = Html.Tag("option", null, choice.Label).WithValue(choice.Value);
            if (asked.IsChosen(choice))
                option.Attributes["selected"] = "selected";
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private TagBuilder Group(string type)
    {
        var group = Html.Tag("div", "choices");
        foreach (var (number, choice) in asked.Options.Index())
        {
            // The first has the field's id: the error summary's link leads there.
            var id = number == 0 ? asked.Id : $"{asked.Id}-{number + 1}";
            group.InnerHtml.AppendHtml(Tick(type, id, choice, asked.IsChosen(choice), described: choice.Hint is null ? null : $"{id}-choice-hint"));
        }

        return group;
    }

    private TagBuilder Single()
    {
        var yes = new Choice("true", asked.Label);
        var tick = Tick("checkbox", asked.Id, yes, asked.IsChosen(yes), DescribedBy);
        if (asked.Hint is not null)
            tick.With(Html.Tag("p", "field-hint", asked.Hint).WithId(HintId));
        // Without it an unticked box is not sent at all, and a form of boxes only is not understood.
        var no = Html.Tag("input", null).WithValue("false");
        no.MergeAttribute("type", "hidden");
        no.MergeAttribute("name", asked.Name);
        no.TagRenderMode = TagRenderMode.SelfClosing;
        return tick.With(no);
    }

    private TagBuilder Tick(string type, string id, Choice choice, bool chosen, string? described)
    {
        var input = Html.Tag("input", "form-check-input").WithId(id).WithValue(choice.Value);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.MergeAttribute("type", type);
        input.MergeAttribute("name", asked.Name);
        if (chosen)
            input.MergeAttribute("checked", "checked");
        if (described is not null)
            input.MergeAttribute("aria-describedby", described);
        if (asked.Error is not null)
            input.MergeAttribute("aria-invalid", "true");
        PassThrough(input);
        var label = Html.Tag("label", "form-check-label", choice.Label);
        label.MergeAttribute("for", id);
        var tick = Html.Tag("div", "form-check").With(input).With(label);
        return choice.Hint is null ? tick : tick.With(Html.Tag("p", "field-hint", choice.Hint).WithId($"{id}-choice-hint"));
    }

    private TagBuilder Control(string tag, string css)
    {
        var control = Html.Tag(tag, asked.Error is null ? css : $"{css} is-invalid").WithId(asked.Id);
        control.MergeAttribute("name", asked.Name);
        if (DescribedBy is { } described)
            control.MergeAttribute("aria-describedby", described);
        if (asked.Error is not null)
            control.MergeAttribute("aria-invalid", "true");
        PassThrough(control);
        // These forms are about somebody else: a browser that fills in the agent's own name does harm.
        control.MergeAttribute("autocomplete", "off");
        return control;
    }

    private void PassThrough(TagBuilder control)
    {
        foreach (var attribute in attributes)
            control.MergeAttribute(attribute.Name, attribute.Value is null ? attribute.Name : Html.Written(attribute.Value));
    }

    private string Wide() => (asked.Width ?? asked.As) switch
    {
        "short" or "money" or "number" => "w-short",
        "medium" or "date" or "tel" => "w-medium",
        _ => "w-long",
    };
}
