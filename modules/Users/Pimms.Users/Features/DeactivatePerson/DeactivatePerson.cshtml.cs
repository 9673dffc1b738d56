namespace Pimms.Users;

[Permission(UsersPermissions.ManagePeople)]
internal sealed class DeactivatePersonPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public DeactivatePerson Input { get; set; } = new(default, default);

    public Leaving Leaving { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new LeavingOf(id), ct), leaving =>
    {
        Leaving = leaving;
        ModelState.Remove("Input.Version");
        Input = Input with { PersonId = id, Version = leaving.Person.Version };
    });

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { PersonId = id }, then: $"/people/{id}", again: () => OnGetAsync(id, ct), ct).ThenNotify(this, "DeactivatePerson.Done");
}
