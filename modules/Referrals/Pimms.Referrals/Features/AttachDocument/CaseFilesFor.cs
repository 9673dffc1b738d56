namespace Pimms.Referrals;

/// <summary>The files of a referral's case that can be copied beside it; none for a partner, who never reads the case.</summary>
internal sealed record CaseFilesFor(Guid ReferralId) : IRequest<Result<List<CaseFile>>>;

internal sealed class CaseFilesForHandler(ReferralsDbContext db, CurrentUser user, Journal journal) : IRequestHandler<CaseFilesFor, Result<List<CaseFile>>>
{
    public async Task<Result<List<CaseFile>>> Handle(CaseFilesFor query, CancellationToken ct)
    {
        var referral = await db.Referrals.AsNoTracking().VisibleTo(user).Existing(query.ReferralId, ct);
        var files = await db.CaseFiles.AsNoTracking().VisibleTo(user).Where(one => one.CaseId == referral.CaseId && one.File.State == DocumentState.Available).OrderBy(one => one.Id).ToListAsync(ct);
        if (files.Count > 0)
            journal.Saw("case", referral.CaseId);
        return files;
    }
}
