namespace Pimms.Referrals;

/// <summary>Which rows exist for whom: the first of two layers, the other being the database's policies.</summary>
internal static class VisibleRows
{
    public static IQueryable<Case> VisibleTo(this IQueryable<Case> cases, CurrentUser user) => user.Side switch
    {
        Side.System => cases,
        Side.Association => cases.Where(one => user.SiteIds.Contains(one.SiteId)),
        _ => cases.Where(_ => false),
    };

    public static IQueryable<Referral> VisibleTo(this IQueryable<Referral> referrals, CurrentUser user) => user.Side switch
    {
        Side.System => referrals,
        Side.Association => referrals.Where(referral => user.SiteIds.Contains(referral.SiteId)),
        Side.Partner => referrals.Where(referral => user.UnitIds.Contains(referral.VisibleToUnit)),
        _ => referrals.Where(_ => false),
    };

    /// <summary>The same in SQL, for the lists that are asked so.</summary>
    public static Sql OfReferrals(CurrentUser user) => user.Side switch
    {
        Side.System => $"true",
        Side.Association => Sql.IsOneOf("site_id", user.SiteIds),
        Side.Partner => Sql.IsOneOf("visible_to_unit", user.UnitIds),
        _ => $"false",
    };

    /// <summary>Every referral that was ever sent, for administrators, within <see cref="DatabaseSession.Oversee"/>: its columns without content.</summary>
    public static IQueryable<Referral> OverseenBy(this IQueryable<Referral> referrals, CurrentUser user) =>
        referrals.Where(referral => user.Role == Role.Administrator && referral.State != ReferralState.Draft);

    /// <inheritdoc cref="OverseenBy(IQueryable{Referral}, CurrentUser)"/>
    public static IQueryable<Case> OverseenBy(this IQueryable<Case> cases, CurrentUser user) => cases.Where(_ => user.Role == Role.Administrator);

    /// <summary>What both sides share, and what the reader's own side wrote for itself.</summary>
    public static IQueryable<ReferralEvent> VisibleTo(this IQueryable<ReferralEvent> events, CurrentUser user) =>
        events.Where(happened => happened.Visibility == Visibility.Shared || happened.Side == user.Side);

    /// <summary>Files that the association shares with the partner: the person's, which a consent must cover.</summary>
    public static IQueryable<ReferralDocument> OfThePerson(this IQueryable<ReferralDocument> documents) =>
        documents.Where(document => document.Side == Side.Association && document.Visibility == Visibility.Shared);

    /// <inheritdoc cref="VisibleTo(IQueryable{ReferralEvent}, CurrentUser)"/>
    public static IQueryable<ReferralMessage> VisibleTo(this IQueryable<ReferralMessage> messages, CurrentUser user) =>
        messages.Where(message => message.Visibility == Visibility.Shared || message.Side == user.Side);

    /// <inheritdoc cref="VisibleTo(IQueryable{ReferralEvent}, CurrentUser)"/>
    public static IQueryable<ReferralDocument> VisibleTo(this IQueryable<ReferralDocument> documents, CurrentUser user) =>
        documents.Where(document => document.Visibility == Visibility.Shared || document.Side == user.Side);

    /// <summary>Those of the reader's units.</summary>
    public static IQueryable<CannedReply> VisibleTo(this IQueryable<CannedReply> replies, CurrentUser user) => replies.Where(reply => user.UnitIds.Contains(reply.UnitId));

    /// <summary>The association's own.</summary>
    public static IQueryable<CaseFile> VisibleTo(this IQueryable<CaseFile> files, CurrentUser user) => user.Side switch
    {
        Side.System => files,
        Side.Association => files.Where(kept => user.SiteIds.Contains(kept.SiteId)),
        _ => files.Where(_ => false),
    };

    /// <summary>A file of a case that the caller may see, or not found.</summary>
    public static async Task<CaseFile> Of(this IQueryable<CaseFile> files, Guid caseId, Guid id, CancellationToken ct) =>
        await files.SingleOrDefaultAsync(one => one.Id == id && one.CaseId == caseId, ct) ?? throw new RefusedException(Refusal.NotFound);

    /// <summary>A file of a referral that the caller may see, or not found.</summary>
    public static async Task<ReferralDocument> Of(this IQueryable<ReferralDocument> documents, Guid referralId, Guid id, CancellationToken ct) =>
        await documents.SingleOrDefaultAsync(one => one.Id == id && one.ReferralId == referralId, ct) ?? throw new RefusedException(Refusal.NotFound);

    /// <summary>A case or canned reply, to change it from the version the caller saw. A referral counts its own revisions: see <see cref="Locking"/>.</summary>
    /// <exception cref="RefusedException">Not found, or changed meanwhile.</exception>
    public static async Task<T> AtVersion<T>(this IQueryable<T> aggregates, Guid id, uint version, CancellationToken ct) where T : Aggregate
    {
        var found = await aggregates.SingleOrDefaultAsync(one => one.Id == id, ct) ?? throw new RefusedException(Refusal.NotFound);
        return found.Version == version ? found : throw new RefusedException(Refusal.Stale);
    }

    /// <summary>The case, or not found.</summary>
    public static async Task<Case> Existing(this IQueryable<Case> cases, Guid id, CancellationToken ct) =>
        await cases.SingleOrDefaultAsync(one => one.Id == id, ct) ?? throw new RefusedException(Refusal.NotFound);

    /// <summary>The referral, or not found.</summary>
    public static async Task<Referral> Existing(this IQueryable<Referral> referrals, Guid id, CancellationToken ct) =>
        await referrals.SingleOrDefaultAsync(one => one.Id == id, ct) ?? throw new RefusedException(Refusal.NotFound);
}
