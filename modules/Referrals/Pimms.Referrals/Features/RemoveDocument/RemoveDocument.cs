namespace Pimms.Referrals;

/// <summary>Takes a file away from a draft, for good.</summary>
internal sealed record RemoveDocument(Guid ReferralId, Guid DocumentId) : IRequest<Result>;

internal sealed class RemoveDocumentHandler(ReferralsDbContext db, CurrentUser user, DocumentStore store) : IRequestHandler<RemoveDocument, Result>
{
    public async Task<Result> Handle(RemoveDocument command, CancellationToken ct)
    {
        var document = await db.Documents.VisibleTo(user).Of(command.ReferralId, command.DocumentId, ct);
        var referral = await db.Locked(command.ReferralId, user, ct);
        var removed = referral.Detach(document);
        if (removed.Refusal is not null)
            return removed;
        db.Documents.Remove(document);
        await store.Delete(document.File, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
