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

/// <summary>Lets new referrals go there no longer, or again. Those under way are not touched. Answers with what was switched.</summary>
internal sealed record SwitchOffer(OfferKind Kind, Guid Id, uint Version, bool Active) : IRequest<Result<SwitchedOffer>>;

internal sealed record SwitchedOffer(Guid PartnerId, string Name) : IContentFree;

internal sealed class SwitchOfferHandler(PartnersDbContext db, CurrentUser user) : IRequestHandler<SwitchOffer, Result<SwitchedOffer>>
{
    public async Task<Result<SwitchedOffer>> Handle(SwitchOffer command, CancellationToken ct)
    {
        Offer offer = command.Kind switch
        {
            OfferKind.Partners => await db.Partners.VisibleTo(user).AtVersion(command.Id, command.Version, ct),
            OfferKind.Units => await db.Units.VisibleTo(user).AtVersion(command.Id, command.Version, ct),
            _ => await db.Procedures.VisibleTo(user).AtVersion(command.Id, command.Version, ct),
        };
        offer.Switch(command.Active);
        await db.SaveChangesAsync(ct);
        return offer switch
        {
            Partner partner => new SwitchedOffer(partner.Id, partner.Name),
            PartnerUnit unit => new SwitchedOffer(unit.PartnerId, unit.Name),
            Procedure procedure => new SwitchedOffer(procedure.PartnerId, procedure.Title),
            _ => throw new InvalidOperationException($"{offer} is no offer"),
        };
    }
}
