namespace Pimms.Conventions;

/// <summary>Takes over what the file in hand says: adds the communes that are new and renames those that are called otherwise. None is removed.</summary>
internal sealed record ImportCommunes : IRequest<Result>;

internal sealed class ImportCommunesHandler(ConventionsDbContext db, CurrentUser user) : IRequestHandler<ImportCommunes, Result>
{
    public async Task<Result> Handle(ImportCommunes request, CancellationToken cancellationToken)
    {
        if (await db.CommuneImports.SingleOrDefaultAsync(import => import.PersonId == user.Id, cancellationToken) is not { } import)
            return Refusal.Of("", "ImportCommunes.NothingInHand");

        var changes = await CommuneChanges.Of(import, db, cancellationToken);
        await db.Take([.. changes.Added, .. changes.Renamed.Select(renamed => renamed.Now)], cancellationToken);
        db.Remove(import);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }
}
