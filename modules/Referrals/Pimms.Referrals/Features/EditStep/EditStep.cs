namespace Pimms.Referrals;

/// <summary>Corrects a slip: by its author, on the same day.</summary>
internal sealed record EditStep(Guid CaseId, Guid StepId, StepInput Step) : IRequest<Result>;

internal sealed class EditStepValidator : AbstractValidator<EditStep>
{
    public EditStepValidator(TimeProvider clock) => RuleFor(edit => edit.Step).SetValidator(new StepInputValidator(clock));
}

internal sealed class EditStepHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<EditStep, Result>
{
    public async Task<Result> Handle(EditStep command, CancellationToken ct)
    {
        var today = WorkingCalendar.DayOf(clock.GetUtcNow());
        var step = await db.OpenTo(user, command.CaseId, command.StepId, today, ct);
        step.Correct(command.Step.By!.Value, command.Step.Text!.Trim(), command.Step.Day ?? today);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
