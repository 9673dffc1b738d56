namespace Pimms.Users;

/// <summary>The latest mails, as they are or would be sent: the local outbox of a development machine.</summary>
internal sealed record Mails(Guid? After) : IRequest<Result<MailList>>;

/// <param name="Received">What a Keycloak on this machine sent; on the first page only.</param>
internal sealed record MailList(IReadOnlyList<MailRow> Rows, Guid? Next, IReadOnlyList<ReceivedMail> Received);

/// <param name="Gathered">It goes, or went, with a digest.</param>
internal sealed record MailRow(Letter Letter, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, int Attempts, MailDelivery Deliver, bool Gathered);

internal sealed class MailsHandler(UsersDbContext db, CurrentUser user, Letters letters, ReceivedMails received) : IRequestHandler<Mails, Result<MailList>>
{
    private const int Rows = 25;

    public async Task<Result<MailList>> Handle(Mails query, CancellationToken ct)
    {
        // Ids are in the order of time.
        var mails = await db.Mails.VisibleTo(user).Where(mail => query.After == null || mail.Id < query.After).OrderByDescending(mail => mail.Id).Take(Rows + 1).AsNoTracking().ToListAsync(ct);
        var gathered = await db.GatheredIn(mails, ct);
        return new MailList(
            [.. mails.Take(Rows).Select(mail => new MailRow(letters.Of(mail, gathered[mail.Id]), mail.CreatedAt, mail.SentAt, mail.Attempts, mail.Deliver, mail.DigestId is not null))],
            mails.Count > Rows ? mails[Rows - 1].Id : null,
            query.After is null && user.Role == Role.Administrator ? received.Latest : []);
    }
}
