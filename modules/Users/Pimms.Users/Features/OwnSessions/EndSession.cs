namespace Pimms.Users;

/// <summary>Ends one of one's own sessions, here and at the identity provider: a telephone that was lost, a computer that was left open.</summary>
internal sealed record EndSession(string SessionId) : IRequest<Result>;

internal sealed class EndSessionHandler(UsersDbContext db, CurrentUser user, Sessions sessions, IAccounts accounts) : IRequestHandler<EndSession, Result>
{
    public async Task<Result> Handle(EndSession command, CancellationToken ct)
    {
        var open = await db.SubjectOf(user, ct) is { } subject ? await sessions.Of(subject, ct) : [];
        if (open.SingleOrDefault(one => one.Id == command.SessionId) is not { } session)
            return Refusal.Of("", "OwnSessions.Gone");
        // Here first: it must not outlast a provider that does not answer.
        await sessions.EndIssuerSession(session.IssuerSession, ct);
        await accounts.EndSession(session.IssuerSession, ct);
        return Result.Done;
    }
}
