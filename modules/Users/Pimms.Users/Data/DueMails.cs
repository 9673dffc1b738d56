namespace Pimms.Users;

internal static class DueMails
{
    // Whoever has not been reached after three days has long seen it on the platform. What waited for a morning and does so no more has its first try later.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    // Longer than any row of holidays, shorter than an access that was closed and opened again.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(10);

    /// <summary>A few mails to send now, held until the transaction ends: other hosts pass them over.</summary>
    public static Task<List<Mail>> ClaimDue(this UsersDbContext db, DateTimeOffset now, CancellationToken ct) =>
        db.Mails.FromSql($"""
            select * from users.mails
            where sent_at is null and deliver = 'AtOnce' and next_try_at <= {now} and (created_at > {now - Patience} or (attempts = 0 and next_try_at > {now - Patience}))
            order by next_try_at limit 10 for update skip locked
            """).ToListAsync(ct);

    /// <summary>A few people for whom news wait that were noted before this morning's moment, held until the transaction ends: other hosts pass them over.</summary>
    public static Task<List<Guid>> ClaimForDigest(this UsersDbContext db, DateTimeOffset due, CancellationToken ct) => db.Database.SqlQuery<Guid>($"""
        select c.id as "Value" from users.mail_choices c
        where exists (select from users.mails m where m.person_id = c.id and m.deliver = 'Daily' and m.digest_id is null and m.created_at < {due} and m.created_at > {due - Memory})
          and not exists (select from users.mails m where m.person_id = c.id and m.kind = 'Digest' and m.happened_at = {due})
          and exists (select from users.people p where p.id = c.id and p.active)
        order by c.id limit 100 for update of c skip locked
        """).ToListAsync(ct);

    /// <summary>What waits for a person's digest of this morning; nothing when it has been made: whoever claims a person late sees here what another host has done.</summary>
    public static Task<List<Mail>> WaitingForDigest(this UsersDbContext db, Guid personId, DateTimeOffset due, CancellationToken ct) => db.Mails
        .Where(mail => mail.PersonId == personId && mail.Deliver == MailDelivery.Daily && mail.DigestId == null && mail.CreatedAt < due && mail.CreatedAt > due - Memory)
        .Where(_ => !db.Mails.Any(made => made.PersonId == personId && made.Kind == MailKind.Digest && made.HappenedAt == due))
        .OrderBy(mail => mail.Id).ToListAsync(ct);

    /// <summary>What each of these digests says.</summary>
    public static async Task<ILookup<Guid, Mail>> GatheredIn(this UsersDbContext db, IEnumerable<Mail> mails, CancellationToken ct)
    {
        Guid[] digests = [.. mails.Where(mail => mail.Kind == MailKind.Digest).Select(mail => mail.Id)];
        return (digests.Length == 0 ? [] : await db.Mails.AsNoTracking().Where(mail => mail.DigestId != null && digests.Contains(mail.DigestId.Value)).OrderBy(mail => mail.Id).ToListAsync(ct))
            .ToLookup(mail => mail.DigestId!.Value);
    }
}
