namespace Pimms.Partners;

/// <summary>Which partners exist for whom. The database's policies say the same again, but for names, which everybody signed in may know.</summary>
internal static class Visibility
{
    public static IQueryable<Partner> VisibleTo(this IQueryable<Partner> partners, CurrentUser user) => user switch
    {
        { Side: Side.Association or Side.System } => partners,
        { PartnerId: { } own } => partners.Where(partner => partner.Id == own),
        _ => partners.Where(_ => false),
    };

    public static IQueryable<PartnerUnit> VisibleTo(this IQueryable<PartnerUnit> units, CurrentUser user) => user switch
    {
        { Side: Side.Association or Side.System } => units,
        { PartnerId: { } own } => units.Where(unit => unit.PartnerId == own),
        _ => units.Where(_ => false),
    };

    public static IQueryable<Procedure> VisibleTo(this IQueryable<Procedure> procedures, CurrentUser user) => user switch
    {
        { Side: Side.Association or Side.System } => procedures,
        { PartnerId: { } own } => procedures.Where(procedure => procedure.PartnerId == own),
        _ => procedures.Where(_ => false),
    };

    /// <summary>Mediators are shown what they can turn to today; who runs it also sees what is switched off.</summary>
    public static bool SeesInactive(this CurrentUser user) => user is { Role: Role.Administrator } or { Side: Side.Partner or Side.System };

#pragma warning disable CA1309 // The database compares, in the column's own order.
    /// <summary>By name, from behind a partner on; names are unique.</summary>
    public static IQueryable<Partner> After(this IQueryable<Partner> partners, IQueryable<Partner> all, Guid? last) =>
        (last is null ? partners : partners.Where(partner => string.Compare(partner.Name, all.Where(one => one.Id == last).Select(one => one.Name).Single()) > 0))
            .OrderBy(partner => partner.Name);
#pragma warning restore CA1309

    /// <summary>To change it, or not found.</summary>
    public static async Task<T> Existing<T>(this IQueryable<T> offers, Guid id, CancellationToken ct) where T : Offer =>
        await offers.SingleOrDefaultAsync(offer => offer.Id == id, ct) ?? throw new RefusedException(Refusal.NotFound);

    /// <summary>To change it from the version the caller saw.</summary>
    /// <exception cref="RefusedException">Not found, or changed meanwhile.</exception>
    public static async Task<T> AtVersion<T>(this IQueryable<T> offers, Guid id, uint version, CancellationToken ct) where T : Offer =>
        await offers.Existing(id, ct) is var offer && offer.Version == version ? offer : throw new RefusedException(Refusal.Stale);
}
