namespace Pimms.Conventions;

/// <summary>Changes what a draft says. The partner stays: another partner is another convention.</summary>
internal sealed record EditConvention : ConventionContent, IRequest<Result>
{
    public Guid Id { get; init; }

    public uint Version { get; init; }

    /// <summary>Only to be told that it is another one; null when it is not said.</summary>
    public Guid? PartnerId { get; init; }
}

internal sealed class EditConventionValidator : AbstractValidator<EditConvention>
{
    public EditConventionValidator() => Include(new ConventionContentValidator());
}

internal sealed class EditConventionHandler(ConventionsDbContext db, CurrentUser user, IPartnerDirectory partners, IUserDirectory users, ICommuneDirectory communes, TimeProvider clock) : IRequestHandler<EditConvention, Result>
{
    public async Task<Result> Handle(EditConvention request, CancellationToken cancellationToken)
    {
        var convention = await db.AtVersion(request.Id, request.Version, user, cancellationToken);
        if ((request.PartnerId ?? convention.PartnerId) != convention.PartnerId)
            return Refusal.Of(nameof(request.PartnerId), "EditConvention.OtherPartner");
        if (await partners.Partner(convention.PartnerId, cancellationToken) is not { } partner)
            return Refusal.Of("", "DraftConvention.UnknownPartner");
        if (partner.RefuseForeignProcedures(request) is { } refusal)
            return refusal;

        var codes = await Territory.Read(communes, request.Communes, nameof(request.Communes), cancellationToken);
        if (codes.Refusal is { } unclear)
            return unclear;

        var edited = convention.Edit(request with { Communes = codes.Value }, partner, user, clock.GetUtcNow());
        if (edited.Refusal is null && await convention.Name(request, users, user, clock.GetUtcNow(), cancellationToken) is { } unknown)
            return unknown;
        return await edited.Then(() => db.SaveChangesAsync(cancellationToken));
    }
}
