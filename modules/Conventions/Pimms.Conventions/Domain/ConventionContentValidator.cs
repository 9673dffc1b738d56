namespace Pimms.Conventions;

/// <summary>The shape of what a convention says, part by part; which communes there are is asked where it is done. Paths are those of the command: <c>Procedures[0].AnswerWithinDays</c>.</summary>
internal sealed class ConventionContentValidator : AbstractValidator<ConventionContent>
{
    public ConventionContentValidator()
    {
        When(content => content.Covers(ContentPart.Agreement), Agreement);
        When(content => content.Covers(ContentPart.Commitments), Commitments);
        When(content => content.Covers(ContentPart.Data), Data);
        When(content => content.Covers(ContentPart.People), () => RuleFor(content => content.Contribution!).SetValidator(new ContributionContentValidator()).When(content => content.Contribution is not null));
    }

    private void Agreement()
    {
        RuleFor(content => content.Reference).Filled().MaximumLength(Lengths.Reference).WithMessage("Convention.TooLong");
        RuleFor(content => content.Title).Filled().MaximumLength(Lengths.Title).WithMessage("Convention.TooLong");
        RuleFor(content => content.Purpose).Filled().MaximumLength(Lengths.Paragraphs).WithMessage("Convention.TooLong");
        RuleFor(content => content.StartsOn).NotNull().WithMessage("Field.Missing").Plausible();
        RuleFor(content => content.EndsOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Field.Missing").Plausible()
            .GreaterThanOrEqualTo(content => content.StartsOn).When(content => content.StartsOn is not null, ApplyConditionTo.CurrentValidator).WithMessage("Convention.EndBeforeStart");
        RuleFor(content => content.Renewal!).SetValidator(new RenewalContentValidator()).When(content => content.Renewal is not null);
    }

    private void Commitments()
    {
        RuleFor(content => content.Procedures).Cascade(CascadeMode.Stop)
            .Must(procedures => procedures.Any(procedure => procedure.Covered)).WithMessage("Convention.NoProcedure")
            .Must(procedures => procedures.Where(procedure => procedure.Covered).GroupBy(procedure => procedure.ProcedureId).All(same => same.Count() == 1)).WithMessage("Convention.ProcedureTwice");
        RuleForEach(content => content.Procedures).SetValidator(new ProcedureContentValidator());
    }

    private void Data()
    {
        RuleFor(content => content.DisclosedFields)
            .Must(fields => fields.GroupBy(field => field.Field).All(same => same.Count() == 1)).WithMessage("Convention.FieldTwice");
        RuleForEach(content => content.DisclosedFields).ChildRules(field => field.RuleFor(one => one.Field).IsInEnum().WithMessage("Field.Invalid"));
        RuleFor(content => content.LegalBasis).Filled().MaximumLength(Lengths.Reason).WithMessage("Convention.TooLong");
        RuleFor(content => content.RetentionMonths).NotNull().WithMessage("Field.Missing").InclusiveBetween(1, 36).WithMessage("Convention.RetentionOutside");
    }
}

/// <summary>Renewal: none, or both numbers.</summary>
internal sealed class RenewalContentValidator : AbstractValidator<RenewalContent>
{
    public RenewalContentValidator()
    {
        RuleFor(renewal => renewal.Months).NotNull().When(renewal => renewal.NoticeMonths is not null, ApplyConditionTo.CurrentValidator).WithMessage("Field.Missing")
            .InclusiveBetween(1, 60).WithMessage("Convention.RenewalOutside");
        RuleFor(renewal => renewal.NoticeMonths).Cascade(CascadeMode.Stop)
            .NotNull().When(renewal => renewal.Months is not null, ApplyConditionTo.CurrentValidator).WithMessage("Field.Missing")
            .GreaterThanOrEqualTo(1).WithMessage("Convention.NoticeOutside")
            .LessThanOrEqualTo(renewal => renewal.Months).When(renewal => renewal.Months is not null, ApplyConditionTo.CurrentValidator).WithMessage("Convention.NoticeOutside");
    }
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
        RuleFor(procedure => procedure.MonthlyCap).InclusiveBetween(1, 10_000).WithMessage("Convention.CapOutside");
    });
}

/// <summary>What the partner pays: the instalments are the whole of it.</summary>
internal sealed class ContributionContentValidator : AbstractValidator<ContributionContent>
{
    public ContributionContentValidator()
    {
        RuleFor(contribution => contribution.YearlyAmount)
            .NotNull().When(contribution => contribution.Instalments.Any(one => !one.IsEmpty), ApplyConditionTo.CurrentValidator).WithMessage("Field.Missing")
            .InclusiveBetween(0.01m, 100_000_000m).WithMessage("Convention.AmountOutside");
        RuleForEach(contribution => contribution.Instalments).ChildRules(instalment => instalment.When(one => !one.IsEmpty, () =>
        {
            instalment.RuleFor(one => one.DueOn).NotNull().WithMessage("Field.Missing").Plausible();
            instalment.RuleFor(one => one.Amount).NotNull().WithMessage("Field.Missing").GreaterThan(0).WithMessage("Convention.AmountOutside");
        }));
        RuleFor(contribution => contribution.Instalments)
            .Must((contribution, instalments) => instalments.All(one => one.Amount is null) || instalments.Sum(one => one.Amount) == contribution.YearlyAmount)
            .When(contribution => contribution.YearlyAmount is not null).WithMessage("Convention.InstalmentsSum");
    }
}

internal static class ConventionRules
{
    /// <summary>Something is written there.</summary>
    public static IRuleBuilderOptions<T, string> Filled<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().WithMessage("Field.Missing");

    /// <summary>The first agreements with such houses are of the nineties; none is made for longer than a working life.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> Plausible<T>(this IRuleBuilder<T, DateOnly?> rule) => rule.Between(1990, 2100);
}
