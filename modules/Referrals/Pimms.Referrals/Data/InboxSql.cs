using Npgsql;
using static Pimms.Referrals.ReferralState;

namespace Pimms.Referrals;

/// <summary>
/// What the inbox asks, in SQL and in one trip: it is the page that people load all day. A view means the same in its tab's count and in
/// its rows, since both are made of <see cref="Only"/>.
/// </summary>
internal static class InboxSql
{
    // The states of the partial indexes, written so that they are used.
    private static readonly Sql Open = State(ReferralMoves.OpenStates);
    private static readonly Sql NotOver = $"state not in ('Closed', 'Withdrawn')";
    private static readonly Sql New = State(Sent);
    private static readonly Sql Drafts = State(Draft);
    private static readonly OfSide Partners = new(Side.Partner);
    private static readonly OfSide Associations = new(Side.Association);

    /// <summary>One row: a number for each of the side's views that has one, and last how many of those to do are late.</summary>
    public static Sql Counts(CurrentUser user, DateOnly today) => $"""
        select {Sql.Join(", ", InboxFilters.Counted(user.Side).Select(view => (Sql)$"count(*) filter (where {Only(view, user)})::int"))}, count(*) filter (where {Only(InboxView.ToDo, user)} and {LateOn(today)})::int
        from referrals.referrals where {VisibleRows.OfReferrals(user)} and {Unfinished(user.Side)}
        """;

    /// <summary>A running clock is past, as <see cref="DueFacts.IsLateOn"/> has it: the person's own deadline makes nobody late.</summary>
    private static Sql LateOn(DateOnly today) =>
        $"state in ('Sent', 'Accepted', 'OnHold') and clocks_days_left_at_pause is null and case when clocks_acknowledged_at is null then clocks_acknowledge_due_on else clocks_answer_due_on end < {today}";

    public static (Dictionary<InboxView, int> PerView, int Late) ReadCounts(NpgsqlDataReader row, CurrentUser user) =>
        (InboxFilters.Counted(user.Side).Index().ToDictionary(view => view.Item, view => row.GetInt32(view.Index)), row.GetInt32(row.FieldCount - 1));

    public static Sql CountToDo(CurrentUser user) => $"select count(*)::int from referrals.referrals where {VisibleRows.OfReferrals(user)} and {Unfinished(user.Side)} and {Only(InboxView.ToDo, user)}";

    public static Sql Rows(Inbox query, CurrentUser user) => $"""
        select id, revision, site_id, partner_id, unit_id, procedure_id, number, request_subject, request_urgency, state, site_name, to_partner_name, to_unit_name, assignee_id, assignee_name, mediator_name,
               sent_at, changed_at, seen_at, clocks_acknowledge_due_on, clocks_acknowledged_at is not null, clocks_answer_due_on, clocks_days_left_at_pause, resume_on, harm_date, next_due_on
        from referrals.referrals where {Sql.Join(" and ", [VisibleRows.OfReferrals(user), .. In(query.View, user), .. Matching(query, user), .. After(query)])}
        order by {Sql.Words(Order(InboxOrder.Of(query)))} limit {query.Limit + 1}
        """;

    public static InboxRow ReadRow(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt32(1), row.GetGuid(2), row.GetGuid(3), row.GetGuid(4), row.GetGuid(5), row.GetString(6), row.GetString(7), Enum.Parse<Urgency>(row.GetString(8)), Enum.Parse<ReferralState>(row.GetString(9)),
        row.GetString(10), row.GetString(11), row.GetString(12), Or<Guid>(row, 13), row.IsDBNull(14) ? null : row.GetString(14), row.GetString(15),
        Or<DateTimeOffset>(row, 16), row.GetFieldValue<DateTimeOffset>(17), Or<DateTimeOffset>(row, 18), Or<DateOnly>(row, 19), row.GetBoolean(20), Or<DateOnly>(row, 21), Or<int>(row, 22), Or<DateOnly>(row, 23), Or<DateOnly>(row, 24), row.GetFieldValue<DateOnly>(25));

    private static T? Or<T>(NpgsqlDataReader row, int column) where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private static Sql Unfinished(Side side) => side == Side.Partner ? Open : NotOver;

    private static OfSide Of(Side side) => side == Side.Partner ? Partners : Associations;

    private static IEnumerable<Sql> In(InboxView view, CurrentUser user) => view switch
    {
        InboxView.ToDo or InboxView.New or InboxView.Mine or InboxView.Waiting => [Unfinished(user.Side), Only(view, user)],
        _ => [Only(view, user)],
    };

    /// <summary>What a view shows of all that is visible; of what is unfinished, where it shows nothing else.</summary>
    private static Sql Only(InboxView view, CurrentUser user) => view switch
    {
        InboxView.ToDo => Of(user.Side).ToDo,
        InboxView.New => New,
        InboxView.Unassigned => $"assignee_id is null and {Open}",
        InboxView.Mine => $"(assignee_id = {user.Id} or mediator_id = {user.Id} and state <> 'Draft')",
        InboxView.Waiting => Of(user.Side).Waiting,
        InboxView.Open => Open,
        InboxView.Done => Of(user.Side).Finished,
        InboxView.Drafts => Drafts,
        _ => $"true",
    };

    private static IEnumerable<Sql> Matching(Inbox query, CurrentUser user)
    {
        if (query.UnitId is { } unit)
            yield return $"unit_id = {unit}";
        if (query.PartnerId is { } partner)
            yield return $"partner_id = {partner}";
        if (query.ProcedureId is { } procedure)
            yield return $"procedure_id = {procedure}";
        if (query.State is { } state)
            yield return State(state);
        if (query.UnitIds.Count > 0)
            yield return Sql.IsOneOf("unit_id", query.UnitIds);
        if (query.PartnerIds.Count > 0)
            yield return Sql.IsOneOf("partner_id", query.PartnerIds);
        if (query.ProcedureIds.Count > 0)
            yield return Sql.IsOneOf("procedure_id", query.ProcedureIds);
        if (query.States.Count > 0)
            yield return State(query.States);
        if (query.Due is { } due)
            yield return $"next_due_on <= {due}";
        if (query.Assignee == "nobody")
            yield return $"assignee_id is null";
        else if (query.Assignee is { Length: > 0 } given)
            yield return $"assignee_id = {(given == "me" ? user.Id : Guid.TryParse(given, out var id) ? id : Guid.Empty)}";
        if (query.Q?.Trim() is { Length: > 0 } words)
        {
            var pattern = $"%{InboxFilters.Escaped(words)}";
            yield return $"(number like {pattern} or request_subject ilike {pattern + "%"})";
        }
    }

    private static string Order(InboxOrder order) => (order.ByChange, order.Descending) switch
    {
        (true, true) => "changed_at desc, id desc",
        (true, false) => "changed_at, id",
        (false, true) => "next_due_on desc, id desc",
        (false, false) => "next_due_on, id",
    };

    /// <summary>Keyset paging: where the last page ended, in the order of the rows.</summary>
    private static IEnumerable<Sql> After(Inbox query)
    {
        var order = InboxOrder.Of(query);
        var beyond = Sql.Words(order.Descending ? "<" : ">");
        if (query.After is null)
            yield break;
        if (order.ByChange && PageCursor.Instant(query) is var (changedAt, last))
            yield return $"(changed_at, id) {beyond} ({changedAt}, {last})";
        if (!order.ByChange && PageCursor.Day(query) is var (dueOn, lastDue))
            yield return $"(next_due_on, id) {beyond} ({dueOn}, {lastDue})";
    }

    private static Sql State(params IEnumerable<ReferralState> states) => Sql.Words($"state in ({string.Join(", ", states.Select(state => $"'{state}'"))})");

    /// <summary>Whose turn it is, as one side sees it.</summary>
    private sealed class OfSide(Side side)
    {
        public Sql ToDo { get; } = State(InboxFilters.ToDo(side));

        public Sql Waiting { get; } = State(InboxFilters.Waiting(side));

        public Sql Finished { get; } = State(InboxFilters.Finished(side));
    }
}
