namespace Pimms.Partners;

internal sealed record EditPartner(Guid PartnerId, uint Version, [property: OneLine] string Name, PartnerKind? Kind) : IRequest<Result>;

internal sealed class EditPartnerValidator : AbstractValidator<EditPartner>
{
    public EditPartnerValidator()
    {
        RuleFor(edit => edit.Name).NotEmpty().WithMessage("Partner.NameMissing").MaximumLength(120).WithMessage("Offer.NameTooLong");
        RuleFor(edit => edit.Kind).NotNull().WithMessage("Partner.KindMissing").IsInEnum().WithMessage("Partner.KindMissing");
    }
}

internal sealed class EditPartnerHandler(PartnersDbContext db, CurrentUser user) : IRequestHandler<EditPartner, Result>
{
    public async Task<Result> Handle(EditPartner command, CancellationToken ct)
    {
        var name = command.Name.Trim();
        var edited = await db.Partners.VisibleTo(user).AtVersion(command.PartnerId, command.Version, ct);
        if (await db.Partners.AnyAsync(partner => partner.Name == name && partner.Id != edited.Id, ct))
            return Refusal.Of(nameof(command.Name), "Partner.NameTaken");
        edited.Edit(name, command.Kind!.Value);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
