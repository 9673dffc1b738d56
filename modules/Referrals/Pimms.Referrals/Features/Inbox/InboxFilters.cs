using System.Linq.Expressions;
using static Pimms.Referrals.ReferralState;

namespace Pimms.Referrals;

/// <summary>What the views and filters of the inbox mean, for each side.</summary>
internal static class InboxFilters
{
    private static readonly InboxView[] OfPartner = [InboxView.ToDo, InboxView.New, InboxView.Unassigned, InboxView.Mine, InboxView.Waiting, InboxView.Done];
    private static readonly InboxView[] OfAssociation = [InboxView.ToDo, InboxView.Waiting, InboxView.Mine, InboxView.Drafts, InboxView.Done];

    /// <summary>The tabs.</summary>
    public static IReadOnlyList<InboxView> Views(Side side) => side == Side.Partner ? OfPartner : OfAssociation;

    /// <summary>Those with a number; what is done is as long as the archive.</summary>
    public static IEnumerable<InboxView> Counted(Side side) => Views(side).Where(view => view != InboxView.Done);

    public static ReferralState[] ToDo(Side side) => side == Side.Partner ? [Sent, Accepted] : [InformationRequested, Answered, Declined, Expired];

    public static ReferralState[] Waiting(Side side) => side == Side.Partner ? [InformationRequested, OnHold] : [Sent, Accepted, OnHold];

    public static ReferralState[] Finished(Side side) => side == Side.Partner ? [Answered, Declined, Withdrawn, Expired, Closed] : [Withdrawn, Closed];

    /// <summary>The partner owes something. Written as the partial indexes are, so that they are used.</summary>
    public static readonly Expression<Func<Referral, bool>> IsOpen = referral => referral.State == Sent || referral.State == Accepted || referral.State == InformationRequested || referral.State == OnHold;

    /// <summary>Typed words as a literal part of a LIKE pattern.</summary>
    public static string Escaped(string words) => words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
