namespace Pimms.Partners;

/// <summary>Answers with the partner, on whose page it is then seen.</summary>
internal sealed record EditUnit(Guid UnitId, uint Version, [property: OneLine] string Name, [property: OneLine] string? Mailbox) : IRequest<Result<Guid>>;

internal sealed class EditUnitValidator : AbstractValidator<EditUnit>
{
    public EditUnitValidator()
    {
        RuleFor(edit => edit.Name).NotEmpty().WithMessage("Unit.NameMissing").MaximumLength(120).WithMessage("Offer.NameTooLong");
        RuleFor(edit => edit.Mailbox).MailAddress().WithMessage("Unit.MailboxShape").MaximumLength(254).WithMessage("Unit.MailboxShape");
    }
}

internal sealed class EditUnitHandler(PartnersDbContext db, CurrentUser user) : IRequestHandler<EditUnit, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(EditUnit command, CancellationToken ct)
    {
        var name = command.Name.Trim();
        var edited = await db.Units.VisibleTo(user).AtVersion(command.UnitId, command.Version, ct);
        if (await db.Units.AnyAsync(unit => unit.PartnerId == edited.PartnerId && unit.Name == name && unit.Id != edited.Id, ct))
            return Refusal.Of(nameof(command.Name), "Unit.NameTaken");
        edited.Edit(name, command.Mailbox?.Trim());
        await db.SaveChangesAsync(ct);
        return edited.PartnerId;
    }
}
