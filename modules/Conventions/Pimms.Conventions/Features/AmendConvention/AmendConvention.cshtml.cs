namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class AmendConventionPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public AmendConvention Input { get; set; } = new();

    public ConventionView Convention { get; private set; } = default!;

    /// <summary>What would change; null until it was looked at.</summary>
    public IReadOnlyList<Difference>? Differences { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        if (ViewData["Partner"] is PartnerDetails partner)
            Input = AgreedContent.Of<AmendConvention>(Convention, partner);
        return shown;
    }

    /// <summary>Shows what would change, beside the form that can still be changed.</summary>
    public async Task<IActionResult> OnPostLookAsync(Guid id, CancellationToken ct)
    {
        Take(id);
        if (!ModelState.IsValid)
            return await this.ShowAgain(null, () => Read(id, ct));
        var looked = await mediator.Send(new LookAtAmendment(Input), ct);
        if (looked.Refusal is { } refusal)
            return await this.ShowAgain(refusal, () => Read(id, ct));
        Differences = looked.Value;
        return await Read(id, ct);
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Take(id);
        return this.SendOrShowAgain(Input, then: $"/conventions/{id}", again: () => Read(id, ct), ct).ThenNotify(this, "AmendConvention.Done");
    }

    private void Take(Guid id) => Input = Input with { Id = id, Contribution = AgreedContent.WithRows(Input.Contribution) };

    private async Task<IActionResult> Read(Guid id, CancellationToken ct)
    {
        var shown = await this.ShowAct(mediator, id, ConventionMove.Amend, view => Convention = view, ct);
        return Convention is null || shown is LocalRedirectResult ? shown : await this.ShowContent(mediator, Convention.PartnerId, ct);
    }
}
