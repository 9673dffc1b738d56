namespace Pimms.Partners;

/// <summary>What is about to be switched off or on.</summary>
internal sealed record ShowOffer(OfferKind Kind, Guid Id) : IRequest<Result<OfferFacts>>;

internal sealed record OfferFacts(Guid Id, uint Version, string Name, bool Active, Guid PartnerId, string PartnerName);

internal sealed class ShowOfferHandler(PartnersDbContext db, CurrentUser user) : IRequestHandler<ShowOffer, Result<OfferFacts>>
{
    public async Task<Result<OfferFacts>> Handle(ShowOffer query, CancellationToken ct)
    {
        var found = query.Kind switch
        {
            OfferKind.Partners => db.Partners.VisibleTo(user).Where(one => one.Id == query.Id).Select(one => new OfferFacts(one.Id, one.Version, one.Name, one.Active, one.Id, one.Name)),
            OfferKind.Units => db.Units.VisibleTo(user).Where(one => one.Id == query.Id).Select(one => new OfferFacts(one.Id, one.Version, one.Name, one.Active, one.PartnerId, db.Partners.Single(partner => partner.Id == one.PartnerId).Name)),
            _ => db.Procedures.VisibleTo(user).Where(one => one.Id == query.Id).Select(one => new OfferFacts(one.Id, one.Version, one.Title, one.Active, one.PartnerId, db.Partners.Single(partner => partner.Id == one.PartnerId).Name)),
        };
        return await found.SingleOrDefaultAsync(ct) is { } offer ? offer : Refusal.NotFound;
    }
}

/// <summary>Lets new referrals go there no longer, or again. Those under way are not touched.</summary>
internal sealed record SwitchOffer(OfferKind Kind, Guid Id, uint Version, bool Active) : IRequest<Result>;

internal sealed class SwitchOfferHandler(PartnersDbContext db, CurrentUser user) : IRequestHandler<SwitchOffer, Result>
{
    public async Task<Result> Handle(SwitchOffer command, CancellationToken ct)
    {
        Offer offer = command.Kind switch
        {
            OfferKind.Partners => await db.Partners.VisibleTo(user).AtVersion(command.Id, command.Version, ct),
            OfferKind.Units => await db.Units.VisibleTo(user).AtVersion(command.Id, command.Version, ct),
            _ => await db.Procedures.VisibleTo(user).AtVersion(command.Id, command.Version, ct),
        };
        offer.Switch(command.Active);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
