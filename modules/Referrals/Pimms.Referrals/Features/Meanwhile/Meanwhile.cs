namespace Pimms.Referrals;

/// <summary>What happened to a referral while somebody was writing about it, for the page that shows their words again.</summary>
/// <param name="View">As it is now.</param>
/// <param name="Changes">Since the revision that they had seen; edits of a draft leave no line.</param>
/// <param name="StillPossible">Whether what they were about to do can still be done.</param>
internal sealed record Meanwhile(ReferralView View, IReadOnlyList<ReferralEvent> Changes, bool StillPossible)
{
    /// <summary>Null when they saw it as it is.</summary>
    public static Meanwhile? Since(ReferralView view, uint seen, bool stillPossible) =>
        view.Referral.Revision == seen && stillPossible ? null : new(view, [.. view.ChangesSince(seen)], stillPossible);
}
