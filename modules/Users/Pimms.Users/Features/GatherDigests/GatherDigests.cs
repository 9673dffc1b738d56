namespace Pimms.Users;

/// <summary>On working mornings, puts what waits for each person who wants one mail a day into that mail. It is then sent as any other.</summary>
internal sealed record GatherDigests : IRequest<Result>;

internal sealed class GatherDigestsHandler(UsersDbContext db, TimeProvider clock) : IRequestHandler<GatherDigests, Result>
{
    public async Task<Result> Handle(GatherDigests command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (DigestTime.Today(now) is not { } due)
            return Result.Done;
        foreach (var personId in await db.ClaimForDigest(due, ct))
        {
            if (await db.WaitingForDigest(personId, due, ct) is { Count: > 0 } waiting)
                db.Mails.Add(Mail.Digest(await db.People.AsNoTracking().SingleAsync(person => person.Id == personId, ct), due, waiting, now));
        }
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
