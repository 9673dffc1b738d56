using System.Linq.Expressions;
using static Pimms.Referrals.ReferralState;

namespace Pimms.Referrals;

/// <summary>What the views and filters of the inbox mean, for each side.</summary>
internal static class InboxFilters
{
    public static ReferralState[] ToDo(Side side) => side == Side.Partner ? [Sent, Accepted] : [InformationRequested, Answered, Declined, Expired];

    public static ReferralState[] Waiting(Side side) => side == Side.Partner ? [InformationRequested, OnHold] : [Sent, Accepted, OnHold];

    private static ReferralState[] Finished(Side side) => side == Side.Partner ? [Answered, Declined, Withdrawn, Expired, Closed] : [Withdrawn, Closed];

    /// <summary>The states of the partial indexes, written so that they are used.</summary>
    public static Expression<Func<Referral, bool>> Unfinished(Side side) => side == Side.Partner
        ? referral => referral.State == Sent || referral.State == Accepted || referral.State == InformationRequested || referral.State == OnHold
        : referral => referral.State != Closed && referral.State != Withdrawn;

    public static IQueryable<Referral> In(this IQueryable<Referral> referrals, InboxView view, CurrentUser user)
    {
        var (toDo, waiting, finished) = (ToDo(user.Side), Waiting(user.Side), Finished(user.Side));
        return view switch
        {
            InboxView.ToDo => referrals.Where(Unfinished(user.Side)).Where(referral => toDo.Contains(referral.State)),
            InboxView.New => referrals.Where(Unfinished(user.Side)).Where(referral => referral.State == Sent),
            InboxView.Unassigned => referrals.Where(Unfinished(Side.Partner)).Where(referral => referral.AssigneeId == null),
            InboxView.Mine => referrals.Where(Unfinished(user.Side)).Where(referral => referral.AssigneeId == user.Id || (referral.MediatorId == user.Id && referral.State != Draft)),
            InboxView.Waiting => referrals.Where(Unfinished(user.Side)).Where(referral => waiting.Contains(referral.State)),
            InboxView.Open => referrals.Where(Unfinished(Side.Partner)),
            InboxView.Done => referrals.Where(referral => finished.Contains(referral.State)),
            InboxView.Drafts => referrals.Where(referral => referral.State == Draft),
            _ => referrals,
        };
    }

    public static IQueryable<Referral> Matching(this IQueryable<Referral> referrals, Inbox query, CurrentUser user)
    {
        if (query.UnitId is { } unit)
            referrals = referrals.Where(referral => referral.To.UnitId == unit);
        if (query.PartnerId is { } partner)
            referrals = referrals.Where(referral => referral.To.PartnerId == partner);
        if (query.ProcedureId is { } procedure)
            referrals = referrals.Where(referral => referral.To.ProcedureId == procedure);
        if (query.State is { } state)
            referrals = referrals.Where(referral => referral.State == state);
        if (query.Due is { } due)
            referrals = referrals.Where(referral => referral.NextDueOn <= due);
        if (query.Assignee == "nobody")
            referrals = referrals.Where(referral => referral.AssigneeId == null);
        else if (query.Assignee is { Length: > 0 } given)
        {
            var assignee = given == "me" ? user.Id : Guid.TryParse(given, out var id) ? id : Guid.Empty;
            referrals = referrals.Where(referral => referral.AssigneeId == assignee);
        }
        if (query.Q?.Trim() is { Length: > 0 } words)
            referrals = referrals.Where(referral => referral.Number.EndsWith(words) || EF.Functions.ILike(referral.Request.Subject, $"%{Escaped(words)}%", "\\"));
        return referrals;
    }

    /// <summary>Keyset paging: where the last page ended, in the order of the view.</summary>
    public static IQueryable<Referral> After(this IQueryable<Referral> referrals, Inbox query)
    {
        if (InboxCursor.IsByChange(query.View))
        {
            var latest = InboxCursor.ReadChange(query.After) is var (changedAt, id)
                ? referrals.Where(referral => referral.ChangedAt < changedAt || (referral.ChangedAt == changedAt && referral.Id < id)) : referrals;
            return latest.OrderByDescending(referral => referral.ChangedAt).ThenByDescending(referral => referral.Id);
        }
        var due = InboxCursor.ReadDue(query.After) is var (dueOn, after)
            ? referrals.Where(referral => referral.NextDueOn > dueOn || (referral.NextDueOn == dueOn && referral.Id > after)) : referrals;
        return due.OrderBy(referral => referral.NextDueOn).ThenBy(referral => referral.Id);
    }

    public static readonly Expression<Func<Referral, InboxRow>> Row = referral => new InboxRow(
        referral.Id, referral.Revision, referral.SiteId, referral.To.PartnerId, referral.To.UnitId, referral.To.ProcedureId, referral.Number, referral.Request.Subject, referral.Request.Urgency, referral.State, referral.SiteName, referral.To.PartnerName, referral.To.UnitName,
        referral.AssigneeId, referral.AssigneeName, referral.MediatorName, referral.SentAt, referral.ChangedAt, referral.SeenAt,
        referral.Clocks.AcknowledgeDueOn, referral.Clocks.AcknowledgedAt != null, referral.Clocks.AnswerDueOn, referral.Clocks.DaysLeftAtPause, referral.ResumeOn, referral.HarmDate, referral.NextDueOn);

    /// <summary>Typed words as a literal part of a LIKE pattern.</summary>
    public static string Escaped(string words) => words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
