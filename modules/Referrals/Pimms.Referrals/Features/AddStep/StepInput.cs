namespace Pimms.Referrals;

/// <summary>A step as typed; both adding and correcting take it.</summary>
/// <param name="Day">Today when left out.</param>
internal sealed record StepInput([property: OneLine] string? Text, StepBy? By, DateOnly? Day)
{
    public static StepInput Of(Step step) => new(step.Text, step.By, step.Day);
}

internal sealed class StepInputValidator : AbstractValidator<StepInput>
{
    public StepInputValidator(TimeProvider clock)
    {
        RuleFor(step => step.Text).NotEmpty().WithMessage("Step.TextMissing").MaximumLength(Step.Longest).WithMessage("Step.TextTooLong");
        RuleFor(step => step.By).Cascade(CascadeMode.Stop).NotNull().WithMessage("Step.ByMissing").IsInEnum().WithMessage("Step.ByMissing");
        RuleFor(step => step.Day).Must(day => day <= WorkingCalendar.DayOf(clock.GetUtcNow()) && day.Value.Year >= 2000).When(step => step.Day is not null).WithMessage("Step.DayImpossible");
    }
}
