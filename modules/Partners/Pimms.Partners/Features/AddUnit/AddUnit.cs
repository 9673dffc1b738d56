namespace Pimms.Partners;

internal sealed record AddUnit(Guid PartnerId, [property: OneLine] string Name, [property: OneLine] string? Mailbox, string Instructions) : IRequest<Result<Guid>>;

internal sealed class AddUnitValidator : AbstractValidator<AddUnit>
{
    public AddUnitValidator()
    {
        RuleFor(add => add.Name).NotEmpty().WithMessage("Unit.NameMissing").MaximumLength(120).WithMessage("Offer.NameTooLong");
        RuleFor(add => add.Mailbox).MailAddress().WithMessage("Unit.MailboxShape").MaximumLength(254).WithMessage("Unit.MailboxShape");
        RuleFor(add => add.Instructions).MaximumLength(4000).WithMessage("Unit.InstructionsTooLong");
    }
}

internal sealed class AddUnitHandler(PartnersDbContext db, CurrentUser user) : IRequestHandler<AddUnit, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddUnit command, CancellationToken ct)
    {
        var name = command.Name.Trim();
        var partner = await db.Partners.VisibleTo(user).Existing(command.PartnerId, ct);
        if (await db.Units.AnyAsync(unit => unit.PartnerId == partner.Id && unit.Name == name, ct))
            return Refusal.Of(nameof(command.Name), "Unit.NameTaken");
        var added = new PartnerUnit(Guid.CreateVersion7(), partner.Id, name, command.Instructions.Trim(), command.Mailbox?.Trim());
        db.Units.Add(added);
        await db.SaveChangesAsync(ct);
        return added.Id;
    }
}
