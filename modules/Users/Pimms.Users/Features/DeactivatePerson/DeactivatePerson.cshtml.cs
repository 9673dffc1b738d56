namespace Pimms.Users;

[Permission(UsersPermissions.ManagePeople)]
internal sealed class DeactivatePersonPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public DeactivatePerson Input { get; set; } = new(default, default);

    public PersonView Person { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadPerson(id), ct), person =>
    {
        Person = person;
        ModelState.Remove("Input.Version");
        Input = new(id, person.Version);
    });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var answer = await this.SendOrShowAgain(Input with { PersonId = id }, then: $"/people/{id}", again: () => OnGetAsync(id, ct), ct);
        if (answer is LocalRedirectResult)
            this.Notify("DeactivatePerson.Done");
        return answer;
    }
}
