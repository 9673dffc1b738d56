namespace Pimms.Users;

/// <summary>When somebody was away is kept as long as the journal, which it explains, and no longer.</summary>
internal sealed record ForgetAbsences : IRequest<Result>;

internal sealed class ForgetAbsencesHandler(UsersDbContext db, TimeProvider clock) : IRequestHandler<ForgetAbsences, Result>
{
    private const int MonthsKept = 12;

    public async Task<Result> Handle(ForgetAbsences command, CancellationToken ct)
    {
        var oldest = WorkingCalendar.DayOf(clock.GetUtcNow()).AddMonths(-MonthsKept);
        await db.Absences.Where(one => one.To < oldest).ExecuteDeleteAsync(ct);
        return Result.Done;
    }
}
