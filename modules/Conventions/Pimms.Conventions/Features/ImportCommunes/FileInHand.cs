namespace Pimms.Conventions;

/// <summary>The file that the reader has read in and not yet confirmed, and what it would change; a view of nulls when there is none.</summary>
internal sealed record FileInHand : IRequest<Result<FileInHandView>>;

internal sealed record FileInHandView(CommuneImport? Import, CommuneChanges? Changes);

internal sealed class FileInHandHandler(ConventionsDbContext db, CurrentUser user) : IRequestHandler<FileInHand, Result<FileInHandView>>
{
    public async Task<Result<FileInHandView>> Handle(FileInHand request, CancellationToken cancellationToken)
    {
        var import = await db.CommuneImports.AsNoTracking().SingleOrDefaultAsync(one => one.PersonId == user.Id, cancellationToken);
        return new FileInHandView(import, import is null ? null : await CommuneChanges.Of(import, db, cancellationToken));
    }
}
