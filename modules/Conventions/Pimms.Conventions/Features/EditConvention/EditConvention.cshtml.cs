namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class EditConventionPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public EditConvention Input { get; set; } = new();

    /// <summary>Only this part is changed, then the whole is read again; otherwise the next part follows.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Alone { get; set; }

    /// <summary>The convention as it stands now.</summary>
    public ConventionView Convention { get; private set; } = default!;

    public ContentPart Part { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string part, CancellationToken ct)
    {
        var shown = await Read(id, part, ct);
        if (ViewData["Partner"] is PartnerDetails partner)
            Input = AgreedContent.Of<EditConvention>(Convention, partner);
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string part, CancellationToken ct)
    {
        if (!Knows(part))
            return NotFound();
        Input = Input with { Id = id, Part = Part, Contribution = AgreedContent.WithRows(Input.Contribution) };
        return await this.SendOrShowAgain(Input, then: Next(id), again: () => Read(id, part, ct), ct).ThenNotify(this, "EditConvention.Done");
    }

    private string Next(Guid id) => Alone || Part == ContentPart.People ? $"/conventions/{id}" : $"/conventions/{id}/edit/{(Part + 1).ToString().ToLowerInvariant()}";

    private bool Knows(string part)
    {
        var known = Enum.TryParse<ContentPart>(part, ignoreCase: true, out var found) && Enum.IsDefined(found);
        Part = found;
        return known;
    }

    private async Task<IActionResult> Read(Guid id, string part, CancellationToken ct)
    {
        if (!Knows(part))
            return NotFound();
        var shown = await this.ShowAct(mediator, id, ConventionMove.Edit, view => Convention = view, ct);
        return Convention is null || shown is LocalRedirectResult ? shown : await this.ShowContent(mediator, Convention.PartnerId, ct);
    }
}
