namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class SubscribeCalendarPage(IMediator mediator, PublicAddress address) : PageModel
{
    public SubscriptionView Subscription { get; private set; } = default!;

    /// <summary>Shown once, right after it was made; null otherwise.</summary>
    public string? Address { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new OwnSubscription(), ct), view => Subscription = view);

    /// <summary>Makes a new address, and shows it on this very page: it is kept nowhere, and stands in no other address.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Address = $"{address.Value}{(await mediator.Send(new SubscribeCalendar(), ct)).Value}";
        return await OnGetAsync(ct);
    }

    public Task<IActionResult> OnPostRevokeAsync(CancellationToken ct) =>
        this.SendOrShowAgain(new RevokeCalendar(), then: "/calendar/subscription", again: () => OnGetAsync(ct), ct).ThenNotify(this, "SubscribeCalendar.Revoked");
}
