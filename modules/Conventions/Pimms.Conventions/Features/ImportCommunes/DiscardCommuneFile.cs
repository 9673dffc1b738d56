namespace Pimms.Conventions;

/// <summary>Forgets the file in hand; nothing changes.</summary>
internal sealed record DiscardCommuneFile : IRequest<Result>;

internal sealed class DiscardCommuneFileHandler(ConventionsDbContext db, CurrentUser user) : IRequestHandler<DiscardCommuneFile, Result>
{
    public async Task<Result> Handle(DiscardCommuneFile request, CancellationToken cancellationToken)
    {
        await db.CommuneImports.Where(import => import.PersonId == user.Id).ExecuteDeleteAsync(cancellationToken);
        return Result.Done;
    }
}
