namespace Pimms.Users;

[Permission(UsersPermissions.ReadPeople)]
internal sealed class ReadPersonPage(IMediator mediator, CurrentUser user) : PageModel
{
    public PersonView Person { get; private set; } = default!;

    public bool IsMyself => Person.Id == user.Id;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadPerson(id), ct), person => Person = person);
}
