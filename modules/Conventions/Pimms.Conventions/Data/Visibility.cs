namespace Pimms.Conventions;

/// <summary>Which rows a person may know of; the database's policies say the same once more.</summary>
internal static class Visibility
{
    /// <summary>The association reads all; a partner reads its own, once signed.</summary>
    public static IQueryable<Convention> VisibleTo(this IQueryable<Convention> conventions, CurrentUser user) => user switch
    {
        { Side: Side.Association or Side.System } => conventions,
        { Side: Side.Partner, PartnerId: { } partner } => conventions.Where(convention => convention.PartnerId == partner && convention.Published),
        _ => conventions.Where(_ => false),
    };

    /// <summary>The convention to change, with all that belongs to it, at the version that was seen.</summary>
    /// <exception cref="RefusedException">Not there for this person, or changed since.</exception>
    public static async Task<Convention> AtVersion(this ConventionsDbContext db, Guid id, uint version, CurrentUser user, CancellationToken ct)
    {
        var convention = await db.Whole(id, user, ct);
        return convention.Version == version ? convention : throw new RefusedException(Refusal.Stale);
    }

    /// <summary>The same as it is now, for what disturbs nobody.</summary>
    public static async Task<Convention> Whole(this ConventionsDbContext db, Guid id, CurrentUser user, CancellationToken ct) =>
        await db.Conventions.VisibleTo(user)
            .Include(one => one.Terms).ThenInclude(terms => terms.Commitments)
            .Include(one => one.Steps)
            .Include(one => one.Referents)
            .Include(one => one.Files)
            .Include(one => one.Proposal)
            .AsSplitQuery().AsTracking()
            .SingleOrDefaultAsync(one => one.Id == id, ct) ?? throw new RefusedException(Refusal.NotFound);
}
