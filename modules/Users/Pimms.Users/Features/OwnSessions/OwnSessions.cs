namespace Pimms.Users;

/// <summary>Where one is signed in.</summary>
internal sealed record OwnSessions : IRequest<Result<IReadOnlyList<OpenSession>>>;

internal sealed class OwnSessionsHandler(UsersDbContext db, CurrentUser user, Sessions sessions) : IRequestHandler<OwnSessions, Result<IReadOnlyList<OpenSession>>>
{
    public async Task<Result<IReadOnlyList<OpenSession>>> Handle(OwnSessions query, CancellationToken ct) =>
        await db.SubjectOf(user, ct) is { } subject ? Result.Of(await sessions.Of(subject, ct)) : Refusal.NotFound;
}
