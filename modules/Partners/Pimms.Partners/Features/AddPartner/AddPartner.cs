namespace Pimms.Partners;

internal sealed record AddPartner([property: OneLine] string Name, PartnerKind? Kind) : IRequest<Result<Guid>>;

internal sealed class AddPartnerValidator : AbstractValidator<AddPartner>
{
    public AddPartnerValidator()
    {
        RuleFor(add => add.Name).NotEmpty().WithMessage("Partner.NameMissing").MaximumLength(120).WithMessage("Offer.NameTooLong");
        RuleFor(add => add.Kind).NotNull().WithMessage("Partner.KindMissing").IsInEnum().WithMessage("Partner.KindMissing");
    }
}

internal sealed class AddPartnerHandler(PartnersDbContext db) : IRequestHandler<AddPartner, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddPartner command, CancellationToken ct)
    {
        var name = command.Name.Trim();
        if (await db.Partners.AnyAsync(partner => partner.Name == name, ct))
            return Refusal.Of(nameof(command.Name), "Partner.NameTaken");
        var added = new Partner(Guid.CreateVersion7(), name, command.Kind!.Value);
        db.Partners.Add(added);
        await db.SaveChangesAsync(ct);
        return added.Id;
    }
}
