namespace Pimms.Users;

[Permission(UsersPermissions.ReadPeople)]
internal sealed class ReadPersonPage(IMediator mediator, CurrentUser user, TimeProvider clock) : PageModel
{
    public PersonView Person { get; private set; } = default!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool IsMyself => Person.Id == user.Id;

    public bool MayManage => user.MayManage(Person.Role, Person.SiteIds);

    /// <summary>Whoever works nowhere in particular has nobody to stand in.</summary>
    public bool MayReplace => MayManage && Person.Active && Person.Role.HasPlaces();

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadPerson(id), ct), person => Person = person);

    /// <summary>The button that sends the invitation again.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var answer = await this.SendOrShowAgain(new ResendInvitation(id), then: $"/people/{id}", again: () => OnGetAsync(id, ct), ct);
        if (answer is LocalRedirectResult)
            this.Notify("ResendInvitation.Done");
        return answer;
    }
}
