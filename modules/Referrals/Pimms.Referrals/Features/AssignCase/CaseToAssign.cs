namespace Pimms.Referrals;

/// <summary>Who could take a case over.</summary>
internal sealed record CaseToAssign(Guid CaseId) : IRequest<Result<CaseAssignment>>;

internal sealed record CaseAssignment(Guid CaseId, string Number, uint Version, Guid MediatorId, string MediatorName, IReadOnlyList<PersonSummary> Mediators);

internal sealed class CaseToAssignHandler(ReferralsDbContext db, CurrentUser user, IUserDirectory users, Journal journal) : IRequestHandler<CaseToAssign, Result<CaseAssignment>>
{
    public async Task<Result<CaseAssignment>> Handle(CaseToAssign query, CancellationToken ct)
    {
        var its = await db.Cases.AsNoTracking().VisibleTo(user).Existing(query.CaseId, ct);
        journal.Saw("case", its.Id);
        return new CaseAssignment(its.Id, its.Number, its.Version, its.MediatorId, its.MediatorName, await users.MediatorsOf(its.SiteId, ct));
    }
}
