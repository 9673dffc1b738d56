using System.Text.RegularExpressions;

namespace Pimms.Partners;

/// <summary>A question while it is being written: what belongs to another type is kept, in case one comes back to it.</summary>
/// <param name="Choices">One a line.</param>
internal sealed record FieldDraft(string Key, string Label, string? Hint, FormFieldType Type, bool Required, string? Choices, string? Pattern)
{
    public IReadOnlyList<string> Lines => [.. (Choices ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public FormField ToField() => new(
        Key.Trim(), Label.Trim(), string.IsNullOrWhiteSpace(Hint) ? null : Hint.Trim(), Type, Required,
        Type == FormFieldType.Choice ? Lines : [],
        Type == FormFieldType.Identifier ? Pattern?.Trim() : null);

    public static FieldDraft Of(FormField field) =>
        new(field.Key, field.Label, field.Hint, field.Type, field.Required, field.Choices.Count == 0 ? null : string.Join('\n', field.Choices), field.Pattern);
}

internal sealed partial class FieldDraftValidator : AbstractValidator<FieldDraft>
{
    public FieldDraftValidator()
    {
        RuleFor(field => field.Label).NotEmpty().WithMessage("FieldDraft.LabelMissing").MaximumLength(200).WithMessage("FieldDraft.LabelTooLong");
        RuleFor(field => field.Hint).MaximumLength(300).WithMessage("FieldDraft.HintTooLong");
        RuleFor(field => field.Type).IsInEnum().WithMessage("FieldDraft.TypeMissing");
        // A question without a label is told so; its key comes from there.
        RuleFor(field => field.Key).Cascade(CascadeMode.Stop)
            .Matches(CamelCase()).WithMessage("FieldDraft.KeyShape")
            .Must((_, key, context) => IsAlone(key, context)).WithMessage("FieldDraft.KeyTwice")
            .Unless(field => string.IsNullOrWhiteSpace(field.Key) && string.IsNullOrWhiteSpace(field.Label));
        RuleFor(field => field.Choices)
            .Must((field, _) => field.Lines.Count >= 2).WithMessage("FieldDraft.ChoicesTooFew")
            .Must((field, _) => field.Lines.Count <= 30 && field.Lines.All(line => line.Length <= 120)).WithMessage("FieldDraft.ChoicesTooLong")
            .Must((field, _) => field.Lines.Distinct().Count() == field.Lines.Count).WithMessage("FieldDraft.ChoicesTwice")
            .When(field => field.Type == FormFieldType.Choice);
        RuleFor(field => field.Pattern).NotEmpty().WithMessage("FieldDraft.PatternShape").Matches(Places()).WithMessage("FieldDraft.PatternShape")
            .When(field => field.Type == FormFieldType.Identifier);
    }

    private static bool IsAlone(string key, ValidationContext<FieldDraft> context) =>
        ((IValidationContext)context).ParentContext?.InstanceToValidate is not ReviseForm form || form.Fields.Count(other => other.Key == key) == 1;

    [GeneratedRegex("^[a-z][a-zA-Z0-9]{0,39}$")]
    private static partial Regex CamelCase();

    [GeneratedRegex(@"^\s*[9A*]{1,40}\s*$")]
    private static partial Regex Places();
}
