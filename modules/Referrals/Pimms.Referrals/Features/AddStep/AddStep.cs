namespace Pimms.Referrals;

/// <summary>One line on the case: what was done, and who did it.</summary>
internal sealed record AddStep(Guid CaseId, StepInput Step) : IRequest<Result<Guid>>;

internal sealed class AddStepValidator : AbstractValidator<AddStep>
{
    public AddStepValidator(TimeProvider clock) => RuleFor(add => add.Step).SetValidator(new StepInputValidator(clock));
}

internal sealed class AddStepHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<AddStep, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddStep command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var its = await db.Cases.VisibleTo(user).Existing(command.CaseId, ct);
        var step = its.Add(command.Step.By!.Value, command.Step.Text!.Trim(), command.Step.Day ?? WorkingCalendar.DayOf(now), user, now);
        await db.SaveChangesAsync(ct);
        return step.Id;
    }
}
