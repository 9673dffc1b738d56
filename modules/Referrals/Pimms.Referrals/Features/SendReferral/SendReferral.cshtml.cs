namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class SendReferralPage(IMediator mediator, Dates dates) : PageModel
{
    [BindProperty]
    public SendReferral Input { get; set; } = new(default, default);

    public DraftView Draft { get; private set; } = default!;

    /// <summary>What somebody asked already for what seems to be the same person.</summary>
    public IReadOnlyList<OpenRequest> OpenRequests { get; private set; } = [];

    public DateOnly AcknowledgeBy => WorkingCalendar.France.Add(dates.Today, Draft.Channel.Terms!.AcknowledgeWithinDays);

    public DateOnly AnswerBy => WorkingCalendar.France.Add(dates.Today, Draft.Channel.Terms!.AnswerWithinDays);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        return Draft is { IsDraft: false } ? LocalRedirect($"/referrals/{id}") : shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { ReferralId = id, Shown = Input.Shown ?? "" }, then: $"/referrals/{id}", again: () => Read(id, ct), ct).ThenNotify(this, "SendReferral.Done");

    private async Task<IActionResult> Read(Guid id, CancellationToken ct)
    {
        var shown = await this.Show(mediator.Send(new ReadDraft(id), ct), draft => Draft = draft);
        if (Draft is { IsDraft: true })
            OpenRequests = (await mediator.Send(new FindOpenRequests(id), ct)).Value;
        return shown;
    }
}
