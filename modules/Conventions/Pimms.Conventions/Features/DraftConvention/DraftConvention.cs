namespace Pimms.Conventions;

/// <summary>Writes a new convention with a partner; answers with its id.</summary>
internal sealed record DraftConvention : ConventionContent, IRequest<Result<Guid>>
{
    public Guid? PartnerId { get; init; }
}

internal sealed class DraftConventionValidator : AbstractValidator<DraftConvention>
{
    public DraftConventionValidator()
    {
        Include(new ConventionContentValidator());
        RuleFor(draft => draft.PartnerId).NotNull().WithMessage("DraftConvention.PartnerMissing");
    }
}

internal sealed class DraftConventionHandler(ConventionsDbContext db, CurrentUser user, IPartnerDirectory partners, IUserDirectory users, ICommuneDirectory communes, TimeProvider clock) : IRequestHandler<DraftConvention, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(DraftConvention request, CancellationToken cancellationToken)
    {
        if (await partners.Partner(request.PartnerId!.Value, cancellationToken) is not { } partner)
            return Refusal.Of(nameof(request.PartnerId), "DraftConvention.UnknownPartner");
        if (partner.RefuseForeignProcedures(request) is { } refusal)
            return refusal;

        var codes = await Territory.Read(communes, request.Communes, nameof(request.Communes), cancellationToken);
        if (codes.Refusal is { } unclear)
            return unclear;

        var convention = Convention.Draft(request with { Communes = codes.Value }, partner, user, clock.GetUtcNow());
        if (await convention.Name(request, users, user, clock.GetUtcNow(), cancellationToken) is { } unknown)
            return unknown;
        db.Add(convention);
        await db.SaveChangesAsync(cancellationToken);
        return convention.Id;
    }
}
