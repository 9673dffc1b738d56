namespace Pimms.Referrals;

/// <summary>A step of a case, as its author corrects or removes it.</summary>
internal sealed record StepToEdit(Guid CaseId, Guid StepId) : IRequest<Result<StepView>>;

/// <param name="IsOpen">The reader wrote it today.</param>
internal sealed record StepView(Guid CaseId, string CaseNumber, Step Step, bool IsOpen);

internal sealed class StepToEditHandler(ReferralsDbContext db, CurrentUser user, Journal journal, TimeProvider clock) : IRequestHandler<StepToEdit, Result<StepView>>
{
    public async Task<Result<StepView>> Handle(StepToEdit query, CancellationToken ct)
    {
        var its = await db.Cases.AsNoTracking().VisibleTo(user).Existing(query.CaseId, ct);
        if (await db.Steps.AsNoTracking().SingleOrDefaultAsync(step => step.CaseId == its.Id && step.Id == query.StepId, ct) is not { } found)
            return Refusal.NotFound;
        journal.Saw("case", its.Id);
        return new StepView(its.Id, its.Number, found, found.IsOpenTo(user, WorkingCalendar.DayOf(clock.GetUtcNow())));
    }
}
