namespace Pimms.Partners;

[Permission(PartnersPermissions.Manage)]
internal sealed class AddPartnerPage : PageModel
{
    [BindProperty] public AddPartner Input { get; set; } = new("", null);

    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        this.SendOrShowAgain(Input, then: id => $"/partners/{id}", again: () => Task.FromResult(OnGet()), ct);
}
