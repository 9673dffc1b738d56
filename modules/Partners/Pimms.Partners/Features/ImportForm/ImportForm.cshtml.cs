using System.Text;
using Microsoft.AspNetCore.Http;

namespace Pimms.Partners;

[Permission(PartnersPermissions.Manage)]
internal sealed class ImportFormPage(IMediator mediator) : PageModel
{
    [BindProperty] public ImportForm Input { get; set; } = new(Guid.Empty, null);

    /// <summary>A file instead of what is pasted.</summary>
    [BindProperty] public IFormFile? Upload { get; set; }

    public ProcedureFacts Procedure { get; private set; } = default!;

    /// <summary>What was read; null before, and when it could not be.</summary>
    public FormDocument? Document { get; private set; }

    public IReadOnlyList<FieldDraft> Questions => [.. Document!.Fields.Select(FieldDraft.Of)];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ShowProcedure(id), ct), procedure => Procedure = procedure);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (Upload is { Length: > 0 and <= 400_000 })
        {
            using var reader = new StreamReader(Upload.OpenReadStream(), Encoding.UTF8);
            ModelState.Remove("Input.Json");
            Input = Input with { Json = await reader.ReadToEndAsync(ct) };
        }
        var read = await mediator.Send(Input with { ProcedureId = id }, ct);
        if (read.Refusal is { } refusal)
            return await this.ShowAgain(refusal, () => OnGetAsync(id, ct));
        Document = read.Value;
        return await OnGetAsync(id, ct);
    }
}
