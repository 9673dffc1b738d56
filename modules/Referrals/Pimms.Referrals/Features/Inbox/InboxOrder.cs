namespace Pimms.Referrals;

/// <summary>In which order the rows of the inbox come, and where a page of them ends.</summary>
/// <param name="ByChange">By what moved last, otherwise by what is due.</param>
/// <param name="Descending">The latest first.</param>
internal readonly record struct InboxOrder(bool ByChange, bool Descending)
{
    public static InboxOrder Of(Inbox query) => query.Sort switch
    {
        InboxSort.Due => new(false, false),
        InboxSort.LatestDue => new(false, true),
        InboxSort.Updated => new(true, false),
        InboxSort.LatestUpdated => new(true, true),
        _ => new(IsByChange(query.View), IsByChange(query.View)),
    };

    /// <summary>Finished ones are shown latest first; the others by what is due.</summary>
    public static bool IsByChange(InboxView view) => view is InboxView.Done or InboxView.Drafts or InboxView.All;

    /// <summary>As the API calls it.</summary>
    public static InboxSort? Named(string? sort) => sort switch
    {
        "due" => InboxSort.Due,
        "-due" => InboxSort.LatestDue,
        "updated" => InboxSort.Updated,
        "-updated" => InboxSort.LatestUpdated,
        _ => null,
    };

    public string Cursor(Inbox query, InboxRow last) => ByChange ? PageCursor.Of(query, last.ChangedAt, last.Id) : PageCursor.Of(query, last.NextDueOn, last.Id);
}
