namespace Pimms.Partners;

/// <summary>Starts with a form that asks nothing; its questions are the next page's.</summary>
internal sealed record AddProcedure(Guid UnitId, [property: OneLine] string Title, string Description) : IRequest<Result<Guid>>;

internal sealed class AddProcedureValidator : AbstractValidator<AddProcedure>
{
    public AddProcedureValidator()
    {
        RuleFor(add => add.Title).NotEmpty().WithMessage("Procedure.TitleMissing").MaximumLength(160).WithMessage("Procedure.TitleTooLong");
        RuleFor(add => add.Description).MaximumLength(2000).WithMessage("Procedure.DescriptionTooLong");
    }
}

internal sealed class AddProcedureHandler(PartnersDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<AddProcedure, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddProcedure command, CancellationToken ct)
    {
        var title = command.Title.Trim();
        var unit = await db.Units.VisibleTo(user).Existing(command.UnitId, ct);
        if (await db.Procedures.AnyAsync(procedure => procedure.UnitId == unit.Id && procedure.Title == title, ct))
            return Refusal.Of(nameof(command.Title), "Procedure.TitleTaken");
        var added = new Procedure(Guid.CreateVersion7(), unit.PartnerId, unit.Id, title, command.Description.Trim());
        db.Procedures.Add(added);
        db.Forms.Add(added.Revise([], [], clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return added.Id;
    }
}
