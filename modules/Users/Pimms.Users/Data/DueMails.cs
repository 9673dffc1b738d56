namespace Pimms.Users;

internal static class DueMails
{
    // Whoever has not been reached after three days has long seen it on the platform.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>A few mails to send now, held until the transaction ends: other hosts pass them over.</summary>
    public static Task<List<Mail>> ClaimDue(this UsersDbContext db, DateTimeOffset now, CancellationToken ct) =>
        db.Mails.FromSql($"select * from users.mails where sent_at is null and next_try_at <= {now} and created_at > {now - Patience} order by next_try_at limit 10 for update skip locked")
            .ToListAsync(ct);
}
