using System.Text.RegularExpressions;

namespace Pimms.Partners;

/// <summary>A question while it is being written: what belongs to another type is kept, in case one comes back to it.</summary>
/// <param name="Choices">One a line.</param>
internal sealed record FieldDraft([property: OneLine] string Key, [property: OneLine] string Label, [property: OneLine] string? Hint, FormFieldType Type, bool Required, string? Choices, [property: OneLine] string? Pattern)
{
    /// <summary>For an identifier: the key it holds.</summary>
    public CheckKey? Check { get; init; }

    /// <summary>For a section: the earlier question that decides whether it is asked; empty for always.</summary>
    public string? WhenKey { get; init; }

    /// <summary>For a section: the answers that have it asked.</summary>
    public IReadOnlyList<string>? WhenAnswers { get; init; }


    public IReadOnlyList<string> Lines => [.. (Choices ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public FormField ToField() => new(
        Key.Trim(), Label.Trim(), string.IsNullOrWhiteSpace(Hint) ? null : Hint.Trim(), Type, Required && Type != FormFieldType.Section,
        Type == FormFieldType.Choice ? Lines : [],
        Type == FormFieldType.Identifier ? Pattern?.Trim() : null)
    {
        Check = Type == FormFieldType.Identifier ? Check : null,
        When = Type == FormFieldType.Section && !string.IsNullOrEmpty(WhenKey) ? new(WhenKey, WhenAnswers ?? []) : null,
    };

    public static FieldDraft Of(FormField field) =>
        new(field.Key, field.Label, field.Hint, field.Type, field.Required, field.Choices.Count == 0 ? null : string.Join('\n', field.Choices), field.Pattern)
        {
            Check = field.Check, WhenKey = field.When?.Key, WhenAnswers = field.When?.Answers,
        };

    /// <summary>What can be answered to it, when a section may depend on that; otherwise empty.</summary>
    public IReadOnlyList<string> Answers => Type switch
    {
        FormFieldType.Choice => Lines,
        FormFieldType.YesNo => ["true", "false"],
        _ => [],
    };
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
        RuleFor(field => field.WhenKey).Cascade(CascadeMode.Stop)
            .Must((field, _, context) => field.DecidedBy(All(context)) is not null).WithMessage("FieldDraft.WhenLater")
            .Must((field, _) => field.WhenAnswers is { Count: > 0 }).WithMessage("FieldDraft.WhenNever")
            .Must((field, _, context) => field.WhenAnswers!.All(field.DecidedBy(All(context))!.Answers.Contains)).WithMessage("FieldDraft.WhenUnknown")
            .When(field => field.Type == FormFieldType.Section && !string.IsNullOrEmpty(field.WhenKey));
        RuleFor(field => field.Check).IsInEnum().WithMessage("FieldDraft.CheckShape").Must((field, check) => check!.Value.Suits(field.Pattern?.Trim() ?? "")).WithMessage("FieldDraft.CheckShape")
            .When(field => field.Type == FormFieldType.Identifier && field.Check is not null);
    }

    private static bool IsAlone(string key, ValidationContext<FieldDraft> context) => All(context).Count(other => other.Key == key) <= 1;

    /// <summary>The form's questions, this one among them.</summary>
    private static IReadOnlyList<FieldDraft> All(ValidationContext<FieldDraft> context) =>
        ((IValidationContext)context).ParentContext?.InstanceToValidate is ReviseForm form ? form.Fields : [];

    [GeneratedRegex("^[a-z][a-zA-Z0-9]{0,39}$")]
    private static partial Regex CamelCase();

    [GeneratedRegex(@"^\s*[9A*]{1,40}\s*$")]
    private static partial Regex Places();
}
