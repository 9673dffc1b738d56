using System.Text;

namespace Pimms.Partners;

[Permission(PartnersPermissions.Manage)]
internal sealed class ReviseFormPage(IMediator mediator) : PageModel
{
    public const string Save = "save";
    private int at = -1;

    [BindProperty] public ReviseForm Input { get; set; } = new(Guid.Empty, 0, null, null);

    /// <summary>What kind the next question will be.</summary>
    [BindProperty] public FormFieldType Added { get; set; }

    public ProcedureFacts Procedure { get; private set; } = default!;

    /// <summary>What mediators will be asked; questions without words are left out.</summary>
    public ProcedureForm Preview => new(Procedure.Form.Version + 1, [.. Input.Fields.Where(draft => draft.Label.Trim().Length > 0).Select(draft => draft.ToField())]) { RequiredDocuments = Input.Documents };

    /// <summary>What the next version would change, as text keys and what they speak of.</summary>
    public IReadOnlyList<(string Key, string Label)> Changes => FormChanges.Between(Procedure.Form, Preview);

    /// <summary>The questions of the version in use, in one line.</summary>
    public string Questions => string.Join(", ", Procedure.Form.Fields.Select(asked => asked.Label));

    /// <summary>Questions are folded away, but for the one the person is at and those with something to put right.</summary>
    public bool IsOpen(int question) => question == at || ModelState.Any(entry => entry.Key.StartsWith($"Input.Fields[{question}].", StringComparison.Ordinal) && entry.Value!.Errors.Count > 0);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => Show(id, procedure => new(id, 0, [.. procedure.Form.Fields.Select(FieldDraft.Of)], string.Join('\n', procedure.Form.RequiredDocuments)), ct);

    /// <summary>The form in use, as a file.</summary>
    public async Task<IActionResult> OnGetExportAsync(Guid id, CancellationToken ct) => (await mediator.Send(new ShowProcedure(id), ct)).TryGet(out var procedure)
        ? File(Encoding.UTF8.GetBytes(SchemaWriter.Write(new(procedure.Title, procedure.Description, procedure.Form.Fields, procedure.Form.RequiredDocuments))), "application/schema+json", $"{FieldKey.From(procedure.Title)}.{procedure.Form.Version}.schema.json")
        : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? act, CancellationToken ct)
    {
        if (act != Save)
            return await Continue(id, act ?? "", ct);
        Input = Input with { ProcedureId = id, Fields = FieldKey.Complete(Input.Fields) };
        return await this.SendOrShowAgain(Input, then: partner => $"/partners/{partner}#procedure-{id}", again: () => Show(id, _ => Input, ct), ct);
    }

    /// <summary>Shows what was typed, with one question more, less, or elsewhere.</summary>
    private Task<IActionResult> Continue(Guid id, string act, CancellationToken ct)
    {
        // What was typed stands under the questions' old places there.
        ModelState.Clear();
        (var fields, at) = FormWriting.Apply(FieldKey.Complete(Input.Fields), act, Added);
        return Show(id, _ => Input with { Fields = fields }, ct);
    }

    private Task<IActionResult> Show(Guid id, Func<ProcedureFacts, ReviseForm> written, CancellationToken ct) => this.Show(mediator.Send(new ShowProcedure(id), ct), procedure =>
        (Procedure, Input) = (procedure, written(procedure) with { ProcedureId = id, Version = this.VersionToSend(Input.Version, procedure.Version) }));
}
