namespace Pimms.Users;

[Permission(UsersPermissions.ManagePeople)]
internal sealed class InvitePeoplePage(IMediator mediator) : PageModel
{
    [BindProperty]
    public InvitePeople Input { get; set; } = new("");

    /// <summary>What the list says, line by line; null until it was read.</summary>
    public IReadOnlyList<ListedPerson>? Lines { get; private set; }

    public bool MayInvite => Lines is { Count: > 0 } && Lines.All(line => line.Errors.Count == 0);

    public IActionResult OnGet() => Page();

    /// <summary>First shows what was read; invites when that was seen.</summary>
    public async Task<IActionResult> OnPostAsync(bool reviewed, CancellationToken ct)
    {
        if (!reviewed && !string.IsNullOrWhiteSpace(Input.List))
            return await Review(ct);
        return await this.SendOrShowAgain(Input, then: _ => "/people", again: () => Review(ct), ct).ThenNotify(this, "InvitePeople.Done");
    }

    private async Task<IActionResult> Review(CancellationToken ct) =>
        string.IsNullOrWhiteSpace(Input.List) ? Page() : await this.Show(mediator.Send(new ReviewPeople(Input.List), ct), lines => Lines = lines);
}
