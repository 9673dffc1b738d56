namespace Pimms.Referrals;

/// <summary>What is left of a referral for the partner once the beneficiary withdrew consent.</summary>
internal sealed record ReadTombstone(Guid ReferralId) : IRequest<Result<TombstoneView>>;

internal sealed record TombstoneView(string Number, DateTimeOffset At);

internal sealed class ReadTombstoneHandler(ReferralsDbContext db, CurrentUser user, Journal journal) : IRequestHandler<ReadTombstone, Result<TombstoneView>>
{
    public async Task<Result<TombstoneView>> Handle(ReadTombstone query, CancellationToken ct)
    {
        var tombstone = user.Side != Side.Partner ? null : await db.Tombstones.Where(one => one.ReferralId == query.ReferralId && user.UnitIds.Contains(one.UnitId))
            .Select(one => new TombstoneView(one.Number, one.At)).SingleOrDefaultAsync(ct);
        if (tombstone is null)
            return Refusal.NotFound;
        journal.Saw("referral", query.ReferralId);
        return tombstone;
    }
}
