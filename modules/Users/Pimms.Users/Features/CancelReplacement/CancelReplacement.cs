namespace Pimms.Users;

/// <summary>Ends a replacement before its last day, or before it begins; whoever stood in sees its own again at once.</summary>
internal sealed record CancelReplacement(Guid PersonId, Guid AbsenceId, uint Version) : IRequest<Result>;

internal sealed class CancelReplacementHandler(UsersDbContext db, CurrentUser user, Admissions admissions, TimeProvider clock) : IRequestHandler<CancelReplacement, Result>
{
    public async Task<Result> Handle(CancelReplacement command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.People.ManagedBy(user).AsNoTracking().SingleOrDefaultAsync(person => person.Id == command.PersonId, ct) is not { } absent)
            return Refusal.NotFound;
        if (await db.Absences.NotOverOn(WorkingCalendar.DayOf(now)).SingleOrDefaultAsync(one => one.Id == command.AbsenceId && one.PersonId == absent.Id, ct) is not { } absence)
            return Refusal.NotFound;
        if (absence.Version != command.Version)
            return Refusal.Stale;

        // Before it has ended: it says who stands in.
        await admissions.AskAnew(absent, ct);
        absence.End(now);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
