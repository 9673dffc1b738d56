using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Pimms.Referrals;

/// <summary>The referrals of one's units, or of one's sites: what is due first on top.</summary>
[Unsearched("a search keeps nothing")]
internal sealed record Inbox : IRequest<Result<InboxRows>>, IPaged
{
    public InboxView View { get; init; }

    /// <summary>A number, or words of the subject.</summary>
    public string? Q { get; init; }

    public Guid? UnitId { get; init; }

    public Guid? PartnerId { get; init; }

    public Guid? ProcedureId { get; init; }

    public ReferralState? State { get; init; }

    // Several of each, as programs ask: a row has any of them.
    [BindNever]
    public IReadOnlyList<ReferralState> States { get; init; } = [];

    [BindNever]
    public IReadOnlyList<Guid> UnitIds { get; init; } = [];

    [BindNever]
    public IReadOnlyList<Guid> PartnerIds { get; init; } = [];

    [BindNever]
    public IReadOnlyList<Guid> ProcedureIds { get; init; } = [];

    /// <summary>Null for the view's own order. It never decides which rows there are.</summary>
    [BindNever]
    public InboxSort? Sort { get; init; }

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

/// <summary>By what is due first or what moved last, and the other way round.</summary>
internal enum InboxSort
{
    Due,
    LatestDue,
    Updated,
    LatestUpdated,
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

internal sealed class InboxHandler(DatabaseSession session, CurrentUser user, CountedToDo counted, Journal journal, TimeProvider clock) : IRequestHandler<Inbox, Result<InboxRows>>
{
    public async Task<Result<InboxRows>> Handle(Inbox query, CancellationToken ct)
    {
        await using var answers = await session.Ask([InboxSql.Counts(user, WorkingCalendar.DayOf(clock.GetUtcNow())), InboxSql.Rows(query, user)], ct);
        await answers.ReadAsync(ct);
        var (counts, late) = InboxSql.ReadCounts(answers, user);
        counted.Count = counts[InboxView.ToDo];

        await answers.NextResultAsync(ct);
        var found = new List<InboxRow>(query.Limit + 1);
        while (await answers.ReadAsync(ct))
            found.Add(InboxSql.ReadRow(answers));
        var rows = found.Take(query.Limit).ToList();
        journal.Saw("referral", rows.Select(row => row.Id));
        return new InboxRows(rows, found.Count > query.Limit ? InboxOrder.Of(query).Cursor(query, rows[^1]) : null, counts, late);
    }
}
