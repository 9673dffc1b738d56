namespace Pimms.Conventions;

/// <summary>A file of a convention on its way to somebody who may read the convention.</summary>
internal sealed record DownloadFile(Guid Id, Guid FileId) : IRequest<Result<DocumentDownload>>;

internal sealed class DownloadFileHandler(ConventionsDbContext db, CurrentUser user, DocumentStore store) : IRequestHandler<DownloadFile, Result<DocumentDownload>>
{
    public async Task<Result<DocumentDownload>> Handle(DownloadFile request, CancellationToken cancellationToken)
    {
        var file = await db.Conventions.AsNoTracking().VisibleTo(user).Where(convention => convention.Id == request.Id)
            .SelectMany(convention => convention.Files).SingleOrDefaultAsync(one => one.Id == request.FileId, cancellationToken);
        if (file is null)
            return Refusal.NotFound;
        var content = await store.Read(file.File, cancellationToken);
        return content.Refusal is not null ? content.Refusal : new DocumentDownload(file.File, content.Value);
    }
}
