using System.Globalization;

namespace Pimms.Users;

/// <summary>Warns whoever has not been here for 120 and 150 days, and closes the access after 180: an account that nobody uses is one that nobody watches.</summary>
internal sealed record EndInactive : IRequest<Result>;

internal sealed class EndInactiveHandler(UsersDbContext db, TimeProvider clock) : IRequestHandler<EndInactive, Result>
{
    public async Task<Result> Handle(EndInactive command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.CountTheRest(now, ct);
        foreach (var presence in await db.ClaimLongGone(now, ct))
        {
            var person = await db.People.SingleAsync(one => one.Id == presence.PersonId, ct);
            if (presence.HasEnded(now))
                person.Deactivate(Guid.Empty, person.Role == Role.Administrator && !await db.HasOtherAdministrator(person.Id, ct), now);
            else if (presence.WarningDue(now) is { } days)
                Warn(person, presence, days, now);
            // One by one: whether an administrator is the last is asked of the rows.
            await db.SaveChangesAsync(ct);
        }
        return Result.Done;
    }

    private void Warn(Person person, Presence presence, int days, DateTimeOffset now)
    {
        presence.WarnedAfterDays = days;
        var end = WorkingCalendar.DayOf(presence.SeenAt).AddDays(Presence.Days.End).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        db.Mails.Add(new Mail(MailKind.WarnOfInactivity, null, end, now, person.Id, person.Email, now));
    }
}
