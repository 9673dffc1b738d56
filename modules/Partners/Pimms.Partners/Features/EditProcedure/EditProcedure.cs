namespace Pimms.Partners;

/// <summary>Answers with the partner, on whose page it is then seen.</summary>
internal sealed record EditProcedure(Guid ProcedureId, uint Version, [property: OneLine] string Title, string Description) : IRequest<Result<Guid>>;

internal sealed class EditProcedureValidator : AbstractValidator<EditProcedure>
{
    public EditProcedureValidator()
    {
        RuleFor(edit => edit.Title).NotEmpty().WithMessage("Procedure.TitleMissing").MaximumLength(160).WithMessage("Procedure.TitleTooLong");
        RuleFor(edit => edit.Description).MaximumLength(2000).WithMessage("Procedure.DescriptionTooLong");
    }
}

internal sealed class EditProcedureHandler(PartnersDbContext db, CurrentUser user) : IRequestHandler<EditProcedure, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(EditProcedure command, CancellationToken ct)
    {
        var title = command.Title.Trim();
        var edited = await db.Procedures.VisibleTo(user).AtVersion(command.ProcedureId, command.Version, ct);
        if (await db.Procedures.AnyAsync(procedure => procedure.UnitId == edited.UnitId && procedure.Title == title && procedure.Id != edited.Id, ct))
            return Refusal.Of(nameof(command.Title), "Procedure.TitleTaken");
        edited.Edit(title, command.Description.Trim());
        await db.SaveChangesAsync(ct);
        return edited.PartnerId;
    }
}
