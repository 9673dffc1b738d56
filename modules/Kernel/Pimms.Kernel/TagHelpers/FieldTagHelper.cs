using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>
/// One question of a form: label, hint, error, control, in that order. Of a model (<c>for</c>) or of a form that is only known
/// at run time (<c>name</c>). What was typed is shown again after a refusal. Other attributes go to the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("field", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(Texts texts) : TagHelper
{
    /// <summary>The property asked for.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>The control's name, when there is no property.</summary>
    public string? Name { get; set; }

    /// <summary>The control's id; made from the name unless said.</summary>
    public string? Id { get; set; }

    /// <summary>text, textarea, number, money, date, email, tel, password, search, file, radios, select, checkbox, checkboxes; guessed from the property's type.</summary>
    public string? As { get; set; }

    /// <summary>The label in words, instead of <see cref="LabelKey"/>.</summary>
    public string? Label { get; set; }

    /// <summary>The label's text key; <c>{command}.{property}</c> unless said.</summary>
    public string? LabelKey { get; set; }

    /// <summary>The hint in words, instead of <see cref="HintKey"/>.</summary>
    public string? Hint { get; set; }

    /// <summary>The hint's text key; the label's with <c>.Hint</c> when there is such a text.</summary>
    public string? HintKey { get; set; }

    /// <summary>A message at the field, in words or as a text key, in addition to what the model state says.</summary>
    public string? Error { get; set; }

    /// <summary>The value shown at first, when there is no property: a string, a date, a number, or several.</summary>
    public object? Value { get; set; }

    /// <summary>What to choose from; an enum knows by itself.</summary>
    public IEnumerable<Choice>? Options { get; set; }

    /// <summary>Lines of a long text.</summary>
    public int Rows { get; set; } = 4;

    /// <summary>short, medium or long: as wide as the answer that is expected.</summary>
    public string? Width { get; set; }

    /// <summary>Says that it may stay empty.</summary>
    public bool Optional { get; set; }

    /// <summary>Shows the label to screen readers only, where the page's title already asks the question.</summary>
    public bool Quiet { get; set; }

    /// <summary>With script, what is typed is completed from here: an address to which it is added, and which answers with a JSON array of texts. A long text gets a line beside it that adds what is chosen.</summary>
    public string? Suggestions { get; set; }

    /// <summary>The request's view.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = Describe();
        ShownFields.Of(ViewContext.HttpContext).Add(field);
        var control = output.Attributes.ToList();
        output.Attributes.Clear();
        new FieldMarkup(field, control, texts).WriteTo(output);
    }

    private Field Describe()
    {
        var name = For is null ? Name! : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var type = For is null ? typeof(string) : Nullable.GetUnderlyingType(For.Metadata.ModelType) ?? For.Metadata.ModelType;
        var options = Options?.ToList() ?? (type.IsEnum ? Choice.Of(type, texts) : []);
        var key = LabelKey ?? (For is null ? name : $"{For.Metadata.ContainerType?.Name}.{For.Metadata.PropertyName}");
        var entry = ViewContext.ModelState.GetValueOrDefault(name);
        return new Field
        {
            Name = name,
            Id = Id ?? TagBuilder.CreateSanitizedId(name, "_"),
            As = As ?? FieldKinds.Guess(type, options.Count),
            Label = Label ?? texts[key],
            // An expression that is null arrives as an empty text: no hint, and none is looked for.
            Hint = Hint is { } given ? given.Length > 0 ? given : null : (HintKey is not null ? texts[HintKey] : texts.Has($"{key}.Hint") ? texts[$"{key}.Hint"] : null),
            Error = (Error ?? entry?.Errors.FirstOrDefault()?.ErrorMessage) is { Length: > 0 } error ? texts.Say(error) : null,
            Values = Attempted(entry) ?? Sent(name) ?? [.. FieldKinds.Written(For?.Model ?? Value)],
            Options = options,
            Rows = Rows,
            Width = Width,
            Optional = Optional,
            Quiet = Quiet,
            Suggestions = string.IsNullOrEmpty(Suggestions) ? null : Suggestions,
        };
    }

    /// <summary>What the person typed, when the page is shown again: it wins over the model, which may not have understood it.</summary>
    private static IReadOnlyList<string>? Attempted(ModelStateEntry? entry) => entry?.RawValue switch
    {
        string one => [one],
        IEnumerable many => [.. many.Cast<object?>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture) ?? "")],
        _ => null,
    };

    /// <summary>A field without a property is in no model state: what was typed is still in the request.</summary>
    private IReadOnlyList<string>? Sent(string name) =>
        For is null && ViewContext.HttpContext.Request is { HasFormContentType: true } request && request.Form.TryGetValue(name, out var values)
            ? [.. values.Select(value => value ?? "")]
            : null;
}
