namespace Pimms.Referrals;

/// <summary>A case with its consents and its referrals.</summary>
internal sealed record ReadCase(Guid CaseId) : IRequest<Result<CaseView>>;

internal sealed record CaseView
{
    public required Case Case { get; init; }

    public required string SiteName { get; init; }

    /// <summary>Where the person lives; null when that is not known.</summary>
    public required CommuneName? Commune { get; init; }

    public required IReadOnlyList<CaseReferral> Referrals { get; init; }

    /// <summary>What each referral goes on from.</summary>
    public required IReadOnlyList<ChainLink> Links { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>In the order in which they came.</summary>
    public required IReadOnlyList<CaseFile> Files { get; init; }

    /// <summary>When too many wrong tries ended the code of the person's receipt; null when none did.</summary>
    public required DateTimeOffset? CodeEndedAt { get; init; }

    /// <summary>The names of the files that prove consents, by consent.</summary>
    public required IReadOnlyDictionary<Guid, string> Evidence { get; init; }

    /// <summary>The names of the partners that consents and referrals speak of.</summary>
    public required IReadOnlyDictionary<Guid, string> PartnerNames { get; init; }
}

internal sealed record CaseReferral(Guid Id, string Number, string Subject, string ProcedureTitle, string PartnerName, ReferralState State, DateTimeOffset? SeenAt, DateTimeOffset ChangedAt,
    DateOnly? AcknowledgeDueOn, bool Acknowledged, DateOnly? AnswerDueOn, DateOnly? ResumeOn, DateOnly? HarmDate, bool Paused)
{
    /// <summary>A draft may have no subject yet.</summary>
    public string Title => Subject.Length > 0 ? Subject : ProcedureTitle;
}

internal sealed class ReadCaseHandler(ReferralsDbContext db, CurrentUser user, IUserDirectory users, IPartnerDirectory partners, ICommuneDirectory communes, Journal journal) : IRequestHandler<ReadCase, Result<CaseView>>
{
    public async Task<Result<CaseView>> Handle(ReadCase query, CancellationToken ct)
    {
        var its = await db.Cases.AsNoTracking().Include(one => one.Consents).VisibleTo(user).Existing(query.CaseId, ct);
        journal.Saw("case", its.Id);
        return new CaseView
        {
            Case = its,
            SiteName = (await users.Sites([its.SiteId], ct)).SingleOrDefault()?.Name ?? "",
            Commune = await communes.Named(its.Beneficiary.Commune, ct),
            Referrals = await db.Referrals.AsNoTracking().VisibleTo(user).Where(referral => referral.CaseId == its.Id).OrderByDescending(referral => referral.CreatedAt)
                .Select(referral => new CaseReferral(
                    referral.Id, referral.Number, referral.Request.Subject, referral.To.ProcedureTitle, referral.To.PartnerName, referral.State, referral.SeenAt, referral.ChangedAt,
                    referral.Clocks.AcknowledgeDueOn, referral.Clocks.AcknowledgedAt != null, referral.Clocks.AnswerDueOn, referral.ResumeOn, referral.HarmDate, referral.Clocks.DaysLeftAtPause != null))
                .ToListAsync(ct),
            Links = await db.LinksOf(user, its.Id, ct),
            Steps = await db.Steps.AsNoTracking().Where(step => step.CaseId == its.Id).OrderByDescending(step => step.Day).ThenByDescending(step => step.Id).ToListAsync(ct),
            Files = await db.CaseFiles.AsNoTracking().VisibleTo(user).Where(kept => kept.CaseId == its.Id).OrderBy(kept => kept.Id).ToListAsync(ct),
            CodeEndedAt = await db.Receipts.Where(receipt => receipt.CaseId == its.Id).Select(receipt => receipt.ClosedAt).SingleOrDefaultAsync(ct),
            Evidence = await db.Evidence.AsNoTracking().Where(evidence => evidence.CaseId == its.Id).ToDictionaryAsync(evidence => evidence.ConsentId, evidence => evidence.File.FileName, ct),
            PartnerNames = (await partners.Partners(ct)).ToDictionary(partner => partner.Id, partner => partner.Name),
        };
    }
}
