using System.Collections.Immutable;

namespace Pimms.Referrals;

/// <summary>A referral as its reader may see it: the mediator's side all of it, the partner's what the convention discloses.</summary>
/// <param name="ByPerson">It is shown on a page: a partner's first such reading is noted. A program's is not: it says by <see cref="MarkAsRead"/> when somebody has read it.</param>
internal sealed record ReadReferral(Guid ReferralId, bool ByPerson = false) : IRequest<Result<ReferralView>>;

/// <summary>All that either side's page, export or API can show of a referral.</summary>
internal sealed record ReferralView
{
    public required Referral Referral { get; init; }

    /// <summary>The form it was filled with.</summary>
    public required ProcedureForm Form { get; init; }

    /// <summary>The disclosed fields that the reader may read now; for the mediator's side, all that the partner received or will.</summary>
    public required IReadOnlyDictionary<BeneficiaryField, string> Disclosed { get; init; }

    /// <summary>The commune among them, by name; null when it is not.</summary>
    public required CommuneName? Commune { get; init; }

    public required ImmutableArray<Move> AllowedMoves { get; init; }

    public required IReadOnlyList<ReferralEvent> Timeline { get; init; }

    public required IReadOnlyList<ReferralMessage> Messages { get; init; }

    public required IReadOnlyList<ReferralDocument> Documents { get; init; }

    /// <summary>Of the convention that a draft would be sent under today; null when the channel is closed, and once it is sent.</summary>
    public required int? ConventionVersion { get; init; }

    /// <summary>What the partner does not see yet.</summary>
    public IEnumerable<BeneficiaryField> NotYetDisclosed => Referral.DisclosedLater.Where(_ => !Referral.Accepted);

    /// <summary>The files that answer one of the things asked for.</summary>
    public IEnumerable<ReferralDocument> FilesFor(InformationItem item) => Documents.Where(document => document.InformationItemId == item.Id);

    /// <summary>What happened after the revision that somebody had seen.</summary>
    public IEnumerable<ReferralEvent> ChangesSince(uint revision) => Timeline.Where(happened => happened.Revision > revision);
}

internal sealed class ReadReferralHandler(
    ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, IConventionDirectory conventions, ICommuneDirectory communes, Journal journal, TimeProvider clock)
    : IRequestHandler<ReadReferral, Result<ReferralView>>
{
    public async Task<Result<ReferralView>> Handle(ReadReferral query, CancellationToken ct)
    {
        var referral = await db.Referrals.AsNoTracking().VisibleTo(user).Existing(query.ReferralId, ct);
        journal.Saw("referral", referral.Id);
        if (query.ByPerson && referral.SeenAt is null && user.Side == Side.Partner)
            referral = await NoteFirstReading(referral.Id, ct);

        var late = user.Side == Side.Partner && !referral.Accepted ? null
            : await db.LateDisclosures.AsNoTracking().Where(one => one.ReferralId == referral.Id).Select(one => one.Fields).SingleOrDefaultAsync(ct);
        var disclosed = late is null ? referral.Disclosed : referral.Disclosed.Concat(late).ToDictionary();
        return new ReferralView
        {
            Referral = referral,
            Form = (await partners.Procedure(referral.To.ProcedureId, referral.To.FormVersion, ct))!.Form,
            Disclosed = disclosed,
            Commune = await communes.Named(disclosed.GetValueOrDefault(BeneficiaryField.Commune), ct),
            AllowedMoves = [.. referral.AllowedMoves(user.Side, clock.GetUtcNow())],
            Timeline = await db.Events.AsNoTracking().VisibleTo(user).Where(one => one.ReferralId == referral.Id).OrderBy(one => one.Id).ToListAsync(ct),
            Messages = await db.Messages.AsNoTracking().VisibleTo(user).Where(one => one.ReferralId == referral.Id).OrderBy(one => one.Id).ToListAsync(ct),
            Documents = await db.Documents.AsNoTracking().VisibleTo(user).Where(one => one.ReferralId == referral.Id).OrderBy(one => one.Id).ToListAsync(ct),
            ConventionVersion = referral.State == ReferralState.Draft ? await VersionInForce(referral, ct) : null,
        };
    }

    private async Task<int?> VersionInForce(Referral draft, CancellationToken ct)
    {
        var commune = await db.Cases.VisibleTo(user).Where(one => one.Id == draft.CaseId).Select(one => one.Beneficiary.Commune).SingleOrDefaultAsync(ct);
        return (await conventions.Channel(draft.To.PartnerId, draft.To.ProcedureId, commune, WorkingCalendar.DayOf(clock.GetUtcNow()), ct)).Terms?.ConventionVersion;
    }

    private async Task<Referral> NoteFirstReading(Guid id, CancellationToken ct)
    {
        var referral = await db.Locked(id, user, ct);
        referral.See(user, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return referral;
    }
}
