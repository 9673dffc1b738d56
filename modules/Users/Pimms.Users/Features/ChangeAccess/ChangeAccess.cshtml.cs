namespace Pimms.Users;

[Permission(UsersPermissions.ManagePeople)]
internal sealed class ChangeAccessPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public ChangeAccess Input { get; set; } = new();

    public AccessChoices Choices { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new AccessOf(id), ct), choices =>
    {
        Choices = choices;
        Input = new() { Version = choices.Person.Version, Role = choices.Person.Role, SiteIds = [.. choices.Person.SiteIds], UnitIds = [.. choices.Person.UnitIds] };
    });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var answer = await this.SendOrShowAgain(Input with { PersonId = id }, then: $"/people/{id}", again: () => Again(id, ct), ct);
        if (answer is LocalRedirectResult)
            this.Notify("ChangeAccess.Done");
        return answer;
    }

    /// <summary>What was ticked stays; the version is today's, so that whoever read what changed may go on.</summary>
    private Task<IActionResult> Again(Guid id, CancellationToken ct)
    {
        ModelState.Remove("Input.Version");
        return this.Show(mediator.Send(new AccessOf(id), ct), choices =>
        {
            Choices = choices;
            Input = Input with { Version = choices.Person.Version };
        });
    }
}
