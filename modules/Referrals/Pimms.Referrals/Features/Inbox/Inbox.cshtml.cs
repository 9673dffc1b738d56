namespace Pimms.Referrals;

[Permission(ReferralsPermissions.ReadReferrals)]
internal sealed class InboxPage(IMediator mediator, CurrentUser user, Texts texts) : PageModel
{
    public Inbox Query { get; private set; } = new();

    public InboxRows Found { get; private set; } = default!;

    public InboxChoicesFound Choices { get; private set; } = default!;

    public Side Side => user.Side;

    public IReadOnlyList<InboxView> Views => InboxFilters.Views(Side);

    public bool IsNarrowed => Query is not { Q: null or "", UnitId: null, PartnerId: null, ProcedureId: null, Assignee: null or "", State: null, Due: null };

    /// <summary>The one unit whose referrals these are; null when there are several, or for mediators.</summary>
    public string? Unit => Choices.Units is [var only] && Side == Side.Partner ? only.Label : null;

    public IEnumerable<Choice> Assignees => [new("me", texts["Inbox.Assignee.Me"]), new("nobody", texts["Inbox.Assignee.Nobody"]), .. Choices.Colleagues];

    public string InHand => texts.Count("Inbox.InHand", Found.Counts[InboxView.ToDo] + Found.Counts[InboxView.Waiting]);

    public string WhoIsInCharge(InboxRow row) =>
        row.AssigneeId == user.Id ? texts["Inbox.You"] : row.AssigneeName ?? texts["Inbox.NobodyYet"];

    public async Task<IActionResult> OnGetAsync(Inbox query, CancellationToken ct)
    {
        Query = Views.Contains(query.View) ? query : query with { View = InboxView.ToDo };
        Choices = (await mediator.Send(new InboxChoices(Query.PartnerId), ct)).Value;
        return await this.Show(mediator.Send(Query, ct), found => Found = found);
    }
}
