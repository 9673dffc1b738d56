namespace Pimms.Partners;

/// <summary>Partners by name for programs. Names are no secret between partners: one names a better one when declining.</summary>
/// <param name="Cursor">The last id of the page before.</param>
/// <param name="Limit">1 to 100; 25 when left out.</param>
internal sealed record PartnerNames(string? After, int? Limit) : IRequest<Result<PartnerNamesPage>>, IPaged;

internal sealed record PartnerNamesPage(IReadOnlyList<PartnerNameResource> Items, string? NextCursor);

internal sealed record PartnerNameResource(Guid Id, string Name, PartnerKind Kind, bool Active, string Version);

internal sealed class PartnerNamesValidator : AbstractValidator<PartnerNames>
{
    public PartnerNamesValidator() => RuleFor(names => names.Limit).InclusiveBetween(1, 100).WithMessage("PartnerNames.Limit");
}

internal sealed class PartnerNamesHandler(PartnersDbContext db, CurrentUser user) : IRequestHandler<PartnerNames, Result<PartnerNamesPage>>
{
    public async Task<Result<PartnerNamesPage>> Handle(PartnerNames query, CancellationToken ct)
    {
        var limit = query.Limit ?? 25;
        var rows = await db.Partners.Where(partner => partner.Active || user.Role == Role.Administrator)
            .After(db.Partners, PageCursor.Id(query)).Take(limit + 1)
            .Select(partner => new { partner.Id, partner.Name, partner.Kind, partner.Active, partner.Version }).ToListAsync(ct);
        return new PartnerNamesPage([.. rows.Take(limit).Select(row => new PartnerNameResource(row.Id, row.Name, row.Kind, row.Active, $"{row.Version}"))], rows.Count > limit ? PageCursor.Of(query, rows[limit - 1].Id) : null);
    }
}
