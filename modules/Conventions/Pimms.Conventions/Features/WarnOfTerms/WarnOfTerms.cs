namespace Pimms.Conventions;

/// <summary>Tells administrators and referents 120, 90 and 30 days before the last day to give notice and before the end. After an interruption only the nearest is told.</summary>
internal sealed record WarnOfTerms : IRequest<Result>;

internal sealed class WarnOfTermsHandler(ConventionsDbContext db, TimeProvider clock) : IRequestHandler<WarnOfTerms, Result>
{
    private const int AtOnce = 300;

    public async Task<Result> Handle(WarnOfTerms request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.ClaimDueAlerts(WorkingCalendar.DayOf(now), AtOnce, cancellationToken);
        var ids = due.Select(alert => alert.ConventionId).Distinct().ToList();
        var conventions = await db.Conventions.Include(convention => convention.Referents).AsTracking().Where(convention => ids.Contains(convention.Id)).ToDictionaryAsync(convention => convention.Id, cancellationToken);
        foreach (var alert in due.GroupBy(alert => (alert.ConventionId, alert.Kind, alert.Day)).Select(reached => reached.MinBy(alert => alert.DaysBefore)!))
        {
            var (convention, kind) = (conventions[alert.ConventionId], Enum.Parse<TermAlertKind>(alert.Kind));
            var given = new TermAlert { ConventionId = convention.Id, PartnerId = convention.PartnerId, Kind = kind, Day = alert.Day, DaysBefore = alert.DaysBefore, At = now };
            if (await db.Note(given, cancellationToken))
                convention.Warn(kind, alert.Day, now);
        }
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }
}
