namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Answer)]
internal sealed class AddCannedReplyPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public AddCannedReply Input { get; set; } = new(null, new(null, null));

    /// <summary>The reader's units.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? unit, CancellationToken ct)
    {
        var shown = await Read(ct);
        Input = Input with { UnitId = unit ?? (Units is [var only] ? Guid.Parse(only.Value) : null) };
        return shown;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        this.SendOrShowAgain(Input with { Reply = Input.Reply ?? new(null, null) }, then: _ => "/canned-replies", again: () => Read(ct), ct).ThenNotify(this, "AddCannedReply.Done");

    private Task<IActionResult> Read(CancellationToken ct) =>
        this.Show(mediator.Send(new CannedReplies(), ct), units => Units = [.. units.Select(unit => new Choice(unit.UnitId, unit.UnitName))]);
}
