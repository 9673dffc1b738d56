namespace Pimms.Referrals;

/// <summary>The referrals of one's units, or of one's sites: what is due first on top.</summary>
[Unsearched("a search keeps nothing")]
internal sealed record Inbox : IRequest<Result<InboxRows>>
{
    public InboxView View { get; init; }

    /// <summary>A number, or words of the subject.</summary>
    public string? Q { get; init; }

    public Guid? UnitId { get; init; }

    public Guid? PartnerId { get; init; }

    public Guid? ProcedureId { get; init; }

    public ReferralState? State { get; init; }

    /// <summary><c>me</c>, <c>nobody</c>, or a person's id.</summary>
    public string? Assignee { get; init; }

    /// <summary>Due on that day or before.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    public int Limit { get; init; } = 25;
}

internal enum InboxView
{
    /// <summary>One's own side owes the next step.</summary>
    ToDo,

    /// <summary>Sent and not acknowledged.</summary>
    New,

    /// <summary>Nobody is in charge.</summary>
    Unassigned,

    /// <summary>The reader is in charge.</summary>
    Mine,

    /// <summary>The other side, or time, owes the next step.</summary>
    Waiting,

    /// <summary>Somebody still owes something.</summary>
    Open,

    /// <summary>Nothing is owed any more; latest first.</summary>
    Done,

    /// <summary>Written, not sent; the mediator's side only.</summary>
    Drafts,

    /// <summary>Everything; latest first.</summary>
    All,
}

internal sealed record InboxRow(
    Guid Id, int Revision, Guid SiteId, Guid PartnerId, Guid UnitId, Guid ProcedureId, string Number, string Subject, Urgency Urgency, ReferralState State, string SiteName, string PartnerName, string UnitName, Guid? AssigneeId, string? AssigneeName, string MediatorName,
    DateTimeOffset? SentAt, DateTimeOffset ChangedAt, DateTimeOffset? SeenAt, DateOnly? AcknowledgeDueOn, bool Acknowledged, DateOnly? AnswerDueOn, int? DaysLeftAtPause, DateOnly? ResumeOn, DateOnly? HarmDate, DateOnly NextDueOn);

/// <param name="Rows">At most as many as asked for.</param>
/// <param name="Next">What to give back as <see cref="Inbox.After"/>; null at the end.</param>
/// <param name="Counts">Per view; views without a count are left out.</param>
internal sealed record InboxRows(IReadOnlyList<InboxRow> Rows, string? Next, IReadOnlyDictionary<InboxView, int> Counts, int Late);

internal sealed class InboxValidator : AbstractValidator<Inbox>
{
    public InboxValidator() => RuleFor(inbox => inbox.Limit).InclusiveBetween(1, 100).WithMessage("Inbox.LimitOutOfBounds");
}

internal sealed class InboxHandler(ReferralsDbContext db, CurrentUser user, CountedToDo counted, Journal journal, TimeProvider clock) : IRequestHandler<Inbox, Result<InboxRows>>
{
    public async Task<Result<InboxRows>> Handle(Inbox query, CancellationToken ct)
    {
        var today = WorkingCalendar.DayOf(clock.GetUtcNow());
        var visible = db.Referrals.AsNoTracking().VisibleTo(user);
        var open = await visible.Where(InboxFilters.Unfinished(user.Side))
            .GroupBy(referral => new { referral.State, Mine = referral.AssigneeId == user.Id || referral.MediatorId == user.Id, Free = referral.AssigneeId == null, Late = referral.NextDueOn < today })
            .Select(group => new OpenGroup(group.Key.State, group.Key.Mine, group.Key.Free, group.Key.Late, group.Count()))
            .ToListAsync(ct);

        var found = await visible.In(query.View, user).Matching(query, user).After(query).Select(InboxFilters.Row).Take(query.Limit + 1).ToListAsync(ct);
        var rows = found.Take(query.Limit).ToList();
        journal.Saw("referral", rows.Select(row => row.Id));
        var counts = Enum.GetValues<InboxView>().Where(view => view is not (InboxView.Done or InboxView.All or InboxView.Open))
            .ToDictionary(view => view, view => open.Where(group => group.IsIn(view, user.Side)).Sum(group => group.Count));
        counted.Count = counts[InboxView.ToDo];
        return new InboxRows(
            rows, found.Count > query.Limit ? InboxCursor.Of(query.View, rows[^1]) : null, counts,
            open.Where(group => group.Late && group.IsIn(InboxView.ToDo, user.Side)).Sum(group => group.Count));
    }
}

internal sealed record OpenGroup(ReferralState State, bool Mine, bool Free, bool Late, int Count)
{
    public bool IsIn(InboxView view, Side side) => view switch
    {
        InboxView.ToDo => InboxFilters.ToDo(side).Contains(State),
        InboxView.New => State == ReferralState.Sent,
        InboxView.Unassigned => Free && ReferralMoves.OpenStates.Contains(State),
        InboxView.Mine => Mine && State != ReferralState.Draft,
        InboxView.Waiting => InboxFilters.Waiting(side).Contains(State),
        InboxView.Drafts => State == ReferralState.Draft,
        _ => false,
    };
}
