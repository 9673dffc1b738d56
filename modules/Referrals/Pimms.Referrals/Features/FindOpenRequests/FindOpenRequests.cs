namespace Pimms.Referrals;

/// <summary>Whether somebody asked the same for the same person and it is still open, here or at another site.</summary>
internal sealed record FindOpenRequests(Guid ReferralId) : IRequest<Result<IReadOnlyList<OpenRequest>>>;

internal sealed class FindOpenRequestsHandler(ReferralsDbContext db, CurrentUser user, OpenRequests requests) : IRequestHandler<FindOpenRequests, Result<IReadOnlyList<OpenRequest>>>
{
    public async Task<Result<IReadOnlyList<OpenRequest>>> Handle(FindOpenRequests query, CancellationToken ct)
    {
        var draft = await db.Referrals.AsNoTracking().VisibleTo(user).Existing(query.ReferralId, ct);
        var its = await db.Cases.AsNoTracking().VisibleTo(user).Existing(draft.CaseId, ct);
        return Result.Of(draft.State == ReferralState.Draft ? await requests.Besides(draft, its.Beneficiary, ct) : []);
    }
}
