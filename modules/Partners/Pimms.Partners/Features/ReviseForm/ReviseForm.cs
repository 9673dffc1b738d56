namespace Pimms.Partners;

/// <summary>Makes the next version of a procedure's form; the versions before stay as they are. Answers with the partner, on whose page it is then seen.</summary>
/// <param name="ProcedureId">Whose form.</param>
/// <param name="Version">The procedure's version that was seen.</param>
/// <param name="Fields">In the order they are asked; a form without questions sends none.</param>
/// <param name="RequiredDocuments">What must be attached, one a line.</param>
internal sealed record ReviseForm(Guid ProcedureId, uint Version, IReadOnlyList<FieldDraft>? Fields, string? RequiredDocuments = null) : IRequest<Result<Guid>>
{
    /// <summary>In the order they are asked; a form without questions sends none.</summary>
    public IReadOnlyList<FieldDraft> Fields { get; init; } = Fields ?? [];

    public IReadOnlyList<string> Documents => [.. (RequiredDocuments ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

internal sealed class ReviseFormValidator : AbstractValidator<ReviseForm>
{
    public const int MostFields = 40;
    private const int MostDocuments = 10;

    public ReviseFormValidator()
    {
        RuleFor(form => form.Fields).Must(fields => fields.Count <= MostFields).WithMessage("ReviseForm.TooMany");
        RuleForEach(form => form.Fields).SetValidator(new FieldDraftValidator());
        RuleFor(form => form.RequiredDocuments)
            .Must((form, _) => form.Documents.Count <= MostDocuments && form.Documents.All(name => name.Length <= 120)).WithMessage("ReviseForm.DocumentsTooMany")
            .Must((form, _) => form.Documents.Distinct().Count() == form.Documents.Count).WithMessage("ReviseForm.DocumentsTwice");
    }
}

internal sealed class ReviseFormHandler(PartnersDbContext db, Forms forms, CurrentUser user, TimeProvider clock) : IRequestHandler<ReviseForm, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ReviseForm command, CancellationToken ct)
    {
        var procedure = await db.Procedures.VisibleTo(user).AtVersion(command.ProcedureId, command.Version, ct);
        IReadOnlyList<FormField> fields = [.. command.Fields.Select(draft => draft.ToField())];
        var today = (await forms.Of(procedure.Id, procedure.FormVersion, ct))!;
        if (FormJson.Same(fields, today.Fields) && command.Documents.SequenceEqual(today.RequiredDocuments))
            return Refusal.Of("", "ReviseForm.Unchanged");
        db.Forms.Add(procedure.Revise(fields, command.Documents, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return procedure.PartnerId;
    }
}
