namespace Pimms.Referrals;

/// <summary>Takes a file away from a case, for good; what was copied beside referrals stays there.</summary>
internal sealed record RemoveCaseFile(Guid CaseId, Guid CaseFileId) : IRequest<Result>;

internal sealed class RemoveCaseFileHandler(ReferralsDbContext db, CurrentUser user, DocumentStore store) : IRequestHandler<RemoveCaseFile, Result>
{
    public async Task<Result> Handle(RemoveCaseFile command, CancellationToken ct)
    {
        var its = await db.Cases.AsNoTracking().VisibleTo(user).Existing(command.CaseId, ct);
        // Whoever is copying it beside a referral is waited for.
        await db.HoldCase(its.Id, ct);
        var kept = await db.CaseFiles.VisibleTo(user).Of(its.Id, command.CaseFileId, ct);
        db.CaseFiles.Remove(kept);
        await store.Delete(kept.File, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
