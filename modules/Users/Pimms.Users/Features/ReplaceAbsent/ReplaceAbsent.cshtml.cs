namespace Pimms.Users;

[Permission(UsersPermissions.ManagePeople)]
internal sealed class ReplaceAbsentPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public ReplaceAbsent Input { get; set; } = new();

    public PossibleReplacements Choices { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReplacementChoices(id), ct), choices => Choices = choices);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { PersonId = id }, then: _ => $"/people/{id}", again: () => OnGetAsync(id, ct), ct).ThenNotify(this, "ReplaceAbsent.Done");
}
