namespace Pimms.Partners;

/// <summary>Gives a unit a procedure of the catalogue, under a title of its own; from then on it is the unit's, to be changed like any other.</summary>
internal sealed record AddFromCatalogue(Guid UnitId, string Entry, [property: OneLine] string Title) : IRequest<Result<Guid>>;

internal sealed class AddFromCatalogueValidator : AbstractValidator<AddFromCatalogue>
{
    public AddFromCatalogueValidator() =>
        RuleFor(add => add.Title).NotEmpty().WithMessage("Procedure.TitleMissing").MaximumLength(160).WithMessage("Procedure.TitleTooLong");
}

internal sealed class AddFromCatalogueHandler(PartnersDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<AddFromCatalogue, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddFromCatalogue command, CancellationToken ct)
    {
        var title = command.Title.Trim();
        var unit = await db.Units.VisibleTo(user).Existing(command.UnitId, ct);
        if (FormCatalogue.Find(command.Entry) is not { Document: var document })
            return Refusal.NotFound;
        if (await db.Procedures.AnyAsync(procedure => procedure.UnitId == unit.Id && procedure.Title == title, ct))
            return Refusal.Of(nameof(command.Title), "Procedure.TitleTaken");
        var added = new Procedure(Guid.CreateVersion7(), unit.PartnerId, unit.Id, title, document.Description);
        db.Procedures.Add(added);
        db.Forms.Add(added.Revise(document.Fields, document.RequiredDocuments, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return added.Id;
    }
}
