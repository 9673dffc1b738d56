namespace Pimms.Referrals;

/// <summary>A file on its way to somebody who may see it; each time is journaled.</summary>
internal sealed record DownloadDocument(Guid ReferralId, Guid DocumentId) : IRequest<Result<DocumentDownload>>;

internal sealed class DownloadDocumentHandler(ReferralsDbContext db, CurrentUser user, DocumentStore store, Journal journal) : IRequestHandler<DownloadDocument, Result<DocumentDownload>>
{
    public async Task<Result<DocumentDownload>> Handle(DownloadDocument query, CancellationToken ct)
    {
        var referral = await db.Referrals.AsNoTracking().VisibleTo(user).Existing(query.ReferralId, ct);
        var document = await db.Documents.AsNoTracking().VisibleTo(user).Of(referral.Id, query.DocumentId, ct);
        journal.Saw("referral", referral.Id);
        var content = await store.Read(document.File, ct);
        return content.Refusal is not null ? content.Refusal : new DocumentDownload(document.File, content.Value);
    }
}
