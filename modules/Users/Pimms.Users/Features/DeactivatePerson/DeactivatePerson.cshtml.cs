namespace Pimms.Users;

[Permission(UsersPermissions.ManagePeople)]
internal sealed class DeactivatePersonPage(IMediator mediator, Texts texts) : PageModel
{
    [BindProperty]
    public DeactivatePerson Input { get; set; } = new(default, default);

    public Leaving Leaving { get; private set; } = default!;

    /// <summary>Those who could take over, and nobody as a choice of its own: what was left empty never means it.</summary>
    public IEnumerable<Choice> Successors => [.. Leaving.Successors, new Choice(Guid.Empty, texts["DeactivatePerson.Nobody"])];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new LeavingOf(id), ct), leaving =>
    {
        Leaving = leaving;
        ModelState.Remove("Input.Version");
        Input = Input with { PersonId = id, Version = leaving.Person.Version };
    });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        // The list is only there when somebody could take over.
        var asked = await mediator.Send(new LeavingOf(id), ct);
        if (asked.Refusal is null && asked.Value.Successors.Count > 0 && Input.SuccessorId is null)
            ModelState.AddModelError("Input.SuccessorId", "DeactivatePerson.SuccessorMissing");
        return await Send(id, ct);
    }

    private Task<IActionResult> Send(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { PersonId = id, SuccessorId = Input.SuccessorId == Guid.Empty ? null : Input.SuccessorId }, then: $"/people/{id}", again: () => OnGetAsync(id, ct), ct).ThenNotify(this, "DeactivatePerson.Done");
}
