namespace Pimms.Conventions;

/// <summary>The shape of what a convention says. Paths are those of the command: <c>Procedures[0].AnswerWithinDays</c>.</summary>
internal sealed class ConventionContentValidator : AbstractValidator<ConventionContent>
{
    public ConventionContentValidator()
    {
        RuleFor(content => content.Reference).Filled().MaximumLength(Lengths.Reference).WithMessage("Convention.TooLong");
        RuleFor(content => content.Title).Filled().MaximumLength(Lengths.Title).WithMessage("Convention.TooLong");
        RuleFor(content => content.Purpose).Filled().MaximumLength(Lengths.Paragraphs).WithMessage("Convention.TooLong");
        RuleFor(content => content.StartsOn).NotNull().WithMessage("Field.Missing");
        RuleFor(content => content.EndsOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Field.Missing")
            .GreaterThanOrEqualTo(content => content.StartsOn).When(content => content.StartsOn is not null, ApplyConditionTo.CurrentValidator).WithMessage("Convention.EndBeforeStart");
        RuleFor(content => content.Communes)
            .Must((content, _) => WrongCommunes(content).Count == 0).WithMessage("Convention.NotACommune")
            .WithState(content => new object?[] { string.Join(", ", WrongCommunes(content).Take(5)) });
        RuleFor(content => content.Procedures).Cascade(CascadeMode.Stop)
            .Must(procedures => procedures.Any(procedure => procedure.Covered)).WithMessage("Convention.NoProcedure")
            .Must(procedures => procedures.Where(procedure => procedure.Covered).GroupBy(procedure => procedure.ProcedureId).All(same => same.Count() == 1)).WithMessage("Convention.ProcedureTwice");
        RuleForEach(content => content.Procedures).SetValidator(new ProcedureContentValidator());
        RuleFor(content => content.DisclosedFields)
            .Must(fields => fields.GroupBy(field => field.Field).All(same => same.Count() == 1)).WithMessage("Convention.FieldTwice");
        RuleForEach(content => content.DisclosedFields).ChildRules(field => field.RuleFor(one => one.Field).IsInEnum().WithMessage("Field.Invalid"));
        RuleFor(content => content.LegalBasis).Filled().MaximumLength(Lengths.Reason).WithMessage("Convention.TooLong");
        RuleFor(content => content.RetentionMonths).NotNull().WithMessage("Field.Missing").InclusiveBetween(1, 36).WithMessage("Convention.RetentionOutside");
    }

    private static List<string> WrongCommunes(ConventionContent content) => [.. content.CommuneCodes.Where(code => !CommuneCode.Fits(code))];
}

/// <summary>What is promised for a procedure that is covered; the others are not read.</summary>
internal sealed class ProcedureContentValidator : AbstractValidator<ProcedureContent>
{
    public ProcedureContentValidator() => When(procedure => procedure.Covered, () =>
    {
        RuleFor(procedure => procedure.AcknowledgeWithinDays).NotNull().WithMessage("Field.Missing").InclusiveBetween(1, 60).WithMessage("Convention.AcknowledgeOutside");
        RuleFor(procedure => procedure.AnswerWithinDays).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Field.Missing")
            .InclusiveBetween(1, 120).WithMessage("Convention.AnswerOutside")
            .GreaterThanOrEqualTo(procedure => procedure.AcknowledgeWithinDays)
                .When(procedure => procedure.AcknowledgeWithinDays is not null, ApplyConditionTo.CurrentValidator).WithMessage("Convention.AnswerBeforeAcknowledgement");
        RuleFor(procedure => procedure.ExpiryDays).InclusiveBetween(1, 365).WithMessage("Convention.ExpiryOutside");
    });
}

internal static class ConventionRules
{
    /// <summary>Something is written there.</summary>
    public static IRuleBuilderOptions<T, string> Filled<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().WithMessage("Field.Missing");
}
