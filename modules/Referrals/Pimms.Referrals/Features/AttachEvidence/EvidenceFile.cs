namespace Pimms.Referrals;

/// <summary>The proof of a consent, on its way to somebody who works on the case.</summary>
internal sealed record EvidenceFile(Guid CaseId, Guid ConsentId) : IRequest<Result<DocumentDownload>>;

internal sealed class EvidenceFileHandler(ReferralsDbContext db, CurrentUser user, DocumentStore store, Journal journal) : IRequestHandler<EvidenceFile, Result<DocumentDownload>>
{
    public async Task<Result<DocumentDownload>> Handle(EvidenceFile query, CancellationToken ct)
    {
        var its = await db.Cases.AsNoTracking().VisibleTo(user).Existing(query.CaseId, ct);
        journal.Saw("case", its.Id);
        if (await db.Evidence.AsNoTracking().SingleOrDefaultAsync(one => one.CaseId == its.Id && one.ConsentId == query.ConsentId, ct) is not { } evidence)
            return Refusal.NotFound;
        var content = await store.Read(evidence.File, ct);
        return content.Refusal is not null ? content.Refusal : new DocumentDownload(evidence.File, content.Value);
    }
}
