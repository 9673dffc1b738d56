namespace Pimms.Referrals;

/// <summary>The message form by itself: where a message goes that could not be posted, with its text.</summary>
[Permission(ReferralsPermissions.ReadReferrals)]
internal sealed class PostMessagePage(IMediator mediator) : ActPage(mediator)
{
    [BindProperty]
    public PostMessage Input { get; set; } = new(default, null, Visibility.Shared);

    public override bool Possible => Referral.State != ReferralState.Draft;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        await Gone(id, await this.SendOrShowAgain(Input with { ReferralId = id }, _ => $"/referrals/{id}#conversation", () => ShowAgain(id, ct), ct), ct);
}
