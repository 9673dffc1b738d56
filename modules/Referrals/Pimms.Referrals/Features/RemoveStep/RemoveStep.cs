namespace Pimms.Referrals;

/// <summary>Takes back a step that was not one: by its author, on the same day.</summary>
internal sealed record RemoveStep(Guid CaseId, Guid StepId) : IRequest<Result>;

internal sealed class RemoveStepHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<RemoveStep, Result>
{
    public async Task<Result> Handle(RemoveStep command, CancellationToken ct)
    {
        db.Steps.Remove(await db.OpenTo(user, command.CaseId, command.StepId, WorkingCalendar.DayOf(clock.GetUtcNow()), ct));
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
