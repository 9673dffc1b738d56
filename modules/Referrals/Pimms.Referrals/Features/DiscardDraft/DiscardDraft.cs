namespace Pimms.Referrals;

internal sealed record DiscardDraft(Guid ReferralId, uint Version) : IRequest<Result>;

internal sealed class DiscardDraftHandler(ReferralsDbContext db, CurrentUser user, DocumentStore store) : IRequestHandler<DiscardDraft, Result>
{
    public async Task<Result> Handle(DiscardDraft command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        if (referral.State != ReferralState.Draft)
            return Refusal.As(RefusalTypes.MoveNotAllowed, "", "Referral.NoLongerDraft").With("from", referral.State);

        foreach (var document in await db.Documents.Where(one => one.ReferralId == referral.Id).ToListAsync(ct))
            await store.Delete(document.File, ct);
        db.Referrals.Remove(referral);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
