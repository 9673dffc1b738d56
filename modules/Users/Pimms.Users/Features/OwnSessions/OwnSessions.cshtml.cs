namespace Pimms.Users;

[Permission(UsersPermissions.ReadOwnProfile)]
internal sealed class OwnSessionsPage(IMediator mediator, ThisSession current) : PageModel
{
    public IReadOnlyList<OpenSession> Sessions { get; private set; } = [];

    public string? Current => current.IdOf(HttpContext);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new OwnSessions(), ct), sessions => Sessions = sessions);

    public Task<IActionResult> OnPostAsync(string session, CancellationToken ct) =>
        this.SendOrShowAgain(new EndSession(session), then: "/profile/sessions", again: () => OnGetAsync(ct), ct).ThenNotify(this, "OwnSessions.Ended");
}
