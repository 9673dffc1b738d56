namespace Pimms.Partners;

/// <summary>Reads a form from JSON Schema, to go on with it in the builder; nothing is kept yet.</summary>
internal sealed record ImportForm(Guid ProcedureId, string? Json) : IRequest<Result<FormDocument>>;

internal sealed class ImportFormValidator : AbstractValidator<ImportForm>
{
    public ImportFormValidator() =>
        RuleFor(import => import.Json).NotEmpty().WithMessage("Schema.Missing").MaximumLength(200_000).WithMessage("Schema.TooLong");
}

internal sealed class ImportFormHandler(PartnersDbContext db, CurrentUser user) : IRequestHandler<ImportForm, Result<FormDocument>>
{
    public async Task<Result<FormDocument>> Handle(ImportForm command, CancellationToken ct) =>
        await db.Procedures.VisibleTo(user).AnyAsync(procedure => procedure.Id == command.ProcedureId, ct) ? SchemaReader.Read(command.Json!) : Refusal.NotFound;
}
