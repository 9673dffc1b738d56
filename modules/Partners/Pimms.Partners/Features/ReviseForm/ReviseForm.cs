namespace Pimms.Partners;

/// <summary>Makes the next version of a procedure's form; the versions before stay as they are. Answers with the partner, on whose page it is then seen.</summary>
internal sealed record ReviseForm(Guid ProcedureId, uint Version, IReadOnlyList<FieldDraft>? Fields) : IRequest<Result<Guid>>
{
    /// <summary>In the order they are asked; a form without questions sends none.</summary>
    public IReadOnlyList<FieldDraft> Fields { get; init; } = Fields ?? [];
}

internal sealed class ReviseFormValidator : AbstractValidator<ReviseForm>
{
    public const int MostFields = 40;

    public ReviseFormValidator()
    {
        RuleFor(form => form.Fields).Must(fields => fields.Count <= MostFields).WithMessage("ReviseForm.TooMany");
        RuleForEach(form => form.Fields).SetValidator(new FieldDraftValidator());
    }
}

internal sealed class ReviseFormHandler(PartnersDbContext db, Forms forms, CurrentUser user, TimeProvider clock) : IRequestHandler<ReviseForm, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ReviseForm command, CancellationToken ct)
    {
        var procedure = await db.Procedures.VisibleTo(user).AtVersion(command.ProcedureId, command.Version, ct);
        IReadOnlyList<FormField> fields = [.. command.Fields.Select(draft => draft.ToField())];
        if (FormJson.Same(fields, (await forms.Of(procedure.Id, procedure.FormVersion, ct))!.Fields))
            return Refusal.Of("", "ReviseForm.Unchanged");
        db.Forms.Add(procedure.Revise(fields, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return procedure.PartnerId;
    }
}
