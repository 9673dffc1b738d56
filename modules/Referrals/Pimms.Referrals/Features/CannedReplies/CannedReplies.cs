namespace Pimms.Referrals;

/// <summary>The words that the reader's units keep, by unit.</summary>
internal sealed record CannedReplies : IRequest<Result<IReadOnlyList<UnitReplies>>>;

internal sealed record UnitReplies(Guid UnitId, string UnitName, IReadOnlyList<CannedReply> Replies);

internal sealed class CannedRepliesHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners) : IRequestHandler<CannedReplies, Result<IReadOnlyList<UnitReplies>>>
{
    public async Task<Result<IReadOnlyList<UnitReplies>>> Handle(CannedReplies query, CancellationToken ct)
    {
        var kept = (await db.CannedReplies.AsNoTracking().VisibleTo(user).OrderBy(reply => reply.Title).ToListAsync(ct)).ToLookup(reply => reply.UnitId);
        return Result.Of<IReadOnlyList<UnitReplies>>([.. (await partners.Units(user.UnitIds, ct)).OrderBy(unit => unit.Name, StringComparer.CurrentCulture).Select(unit => new UnitReplies(unit.Id, unit.Name, [.. kept[unit.Id]]))]);
    }
}
