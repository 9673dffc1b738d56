namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Answer)]
internal sealed class AssignReferralPage(IMediator mediator, Texts texts) : ActPage(mediator)
{
    [BindProperty]
    public AssignReferral Input { get; set; } = new(default, 0, null);

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    protected override async Task Prepare(CancellationToken ct) =>
        Colleagues = [.. (await Mediator.Send(new ColleaguesOf(Referral.Id), ct)).Value, new Choice(AssignReferral.Nobody, texts["Assign.Nobody"])];

    /// <summary>Who has it is chosen: sending the list as it stands changes nothing.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var shown = await ShowForm(id, ct);
        if (View is not null)
            Input = Input with { AssigneeId = Referral.AssigneeId ?? AssignReferral.Nobody };
        return shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "Assign.Done", ct);
}
