namespace Pimms.Referrals;

/// <summary>A file of a case on its way to somebody who works on it; each time is journaled.</summary>
internal sealed record DownloadCaseFile(Guid CaseId, Guid CaseFileId) : IRequest<Result<DocumentDownload>>;

internal sealed class DownloadCaseFileHandler(ReferralsDbContext db, CurrentUser user, DocumentStore store, Journal journal) : IRequestHandler<DownloadCaseFile, Result<DocumentDownload>>
{
    public async Task<Result<DocumentDownload>> Handle(DownloadCaseFile query, CancellationToken ct)
    {
        var its = await db.Cases.AsNoTracking().VisibleTo(user).Existing(query.CaseId, ct);
        var kept = await db.CaseFiles.AsNoTracking().VisibleTo(user).Of(its.Id, query.CaseFileId, ct);
        journal.Saw("case", its.Id);
        var content = await store.Read(kept.File, ct);
        return content.Refusal is not null ? content.Refusal : new DocumentDownload(kept.File, content.Value);
    }
}
