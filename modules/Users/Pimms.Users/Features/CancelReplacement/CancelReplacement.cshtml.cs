namespace Pimms.Users;

[Permission(UsersPermissions.ManagePeople)]
internal sealed class CancelReplacementPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public CancelReplacement Input { get; set; } = new(default, default, default);

    public AbsenceView Absence { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, Guid absenceId, CancellationToken ct) => this.Show(mediator.Send(new AbsenceToCancel(id, absenceId), ct), absence => Absence = absence);

    public Task<IActionResult> OnPostAsync(Guid id, Guid absenceId, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { PersonId = id, AbsenceId = absenceId }, then: $"/people/{id}", again: () => OnGetAsync(id, absenceId, ct), ct).ThenNotify(this, "CancelReplacement.Done");
}
