namespace Pimms.Referrals;

/// <summary>A referral that is being written: its form, whether it could be sent today, and what the partner would receive.</summary>
internal sealed record ReadDraft(Guid ReferralId) : IRequest<Result<DraftView>>;

internal sealed record DraftView
{
    public required Referral Referral { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>The version that is filled in today.</summary>
    public required ProcedureForm Form { get; init; }

    /// <summary>What the unit asks mediators to know before they write; empty when nothing.</summary>
    public required string Instructions { get; init; }

    /// <summary>Whether the partner, the unit and the procedure can still be turned to: an administrator may switch each off.</summary>
    public required bool Offered { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Some consent speaks of this partner.</summary>
    public required bool ConsentCovers { get; init; }

    /// <summary>What would be disclosed and no consent covers; nothing when there is none for the partner at all.</summary>
    public required IReadOnlyList<ConsentCategory> NotCovered { get; init; }

    /// <summary>What may not travel, where it stands in the request.</summary>
    public required IReadOnlyList<SensitiveText> Sensitive { get; init; }

    public required IReadOnlyDictionary<BeneficiaryField, string> AtSending { get; init; }

    public required IReadOnlyDictionary<BeneficiaryField, string> AfterAcceptance { get; init; }

    /// <summary>Where the person lives, by name; null when that is not known.</summary>
    public required CommuneName? Commune { get; init; }

    /// <summary>What the convention discloses and the case does not know.</summary>
    public required IReadOnlyList<BeneficiaryField> Unknown { get; init; }

    public required DateOnly? HarmDate { get; init; }

    public required IReadOnlyList<ReferralDocument> Documents { get; init; }

    /// <summary>What the page shows of all this, to be given back at sending; null while the channel is closed.</summary>
    public required WhatIsSent? Shown { get; init; }

    /// <summary>What the request lacks before it can be sent.</summary>
    public required IReadOnlyList<FieldError> Lacks { get; init; }

    /// <summary>What the procedure requires and no file stands for yet.</summary>
    public IReadOnlyList<string> MissingDocuments => RequiredDocuments.Missing(Form, Documents);

    /// <summary>The control on the writing page.</summary>
    public static string AnchorOf(SensitiveText found) => $"Input_{found.Field.Replace('.', '_')}";

    /// <summary>The question that the text answers.</summary>
    public string LabelOf(SensitiveText found, Texts texts) =>
        Form.Fields.FirstOrDefault(field => found.Field == $"{nameof(ReferralRequest.Answers)}.{field.Key}")?.Label ?? texts[$"WriteReferral.{found.Field}"];

    public bool IsDraft => Referral.State == ReferralState.Draft;

    public bool CanBeSent => IsDraft && Offered && Channel.Open && ConsentCovers && NotCovered.Count == 0 && Sensitive.Count == 0 && Lacks.Count == 0 && MissingDocuments.Count == 0;
}

internal sealed class ReadDraftHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, IConventionDirectory conventions, ICommuneDirectory communes, Journal journal, TimeProvider clock)
    : IRequestHandler<ReadDraft, Result<DraftView>>
{
    public async Task<Result<DraftView>> Handle(ReadDraft query, CancellationToken ct)
    {
        var referral = await db.Referrals.AsNoTracking().VisibleTo(user).Existing(query.ReferralId, ct);
        var its = await db.Cases.AsNoTracking().Include(one => one.Consents).VisibleTo(user).Existing(referral.CaseId, ct);
        journal.Saw("referral", referral.Id);
        journal.Saw("case", its.Id);

        var today = WorkingCalendar.DayOf(clock.GetUtcNow());
        var form = (await partners.Procedure(referral.To.ProcedureId, null, ct))!.Form;
        var channel = await conventions.Channel(referral.To.PartnerId, referral.To.ProcedureId, its.Beneficiary.Commune, today, ct);
        var annex = channel.Terms?.Disclosed ?? [];
        var (atSending, later) = (Disclosure.Of(its.Beneficiary, annex, DisclosureTime.AtSending), Disclosure.Of(its.Beneficiary, annex, DisclosureTime.AfterAcceptance));
        var unit = (await partners.Partner(referral.To.PartnerId, ct))?.UnitFor(referral.To.ProcedureId);
        var (asked, lacks) = Completeness.Of(referral.Request, form);
        var documents = await db.Documents.AsNoTracking().VisibleTo(user).Where(one => one.ReferralId == referral.Id).OrderBy(one => one.Id).ToListAsync(ct);
        return new DraftView
        {
            Referral = referral, CaseNumber = its.Number, Form = form, Channel = channel, HarmDate = its.HarmDate,
            Offered = unit is not null, Instructions = unit?.Instructions ?? "",
            ConsentCovers = its.HasConsentFor(referral.To.PartnerId, today),
            NotCovered = its.HasConsentFor(referral.To.PartnerId, today) ? its.NotCovered(referral.To.PartnerId, Disclosure.Categories(its.Beneficiary, annex, documents.AsQueryable().OfThePerson().Any()), today) : [],
            Sensitive = SensitiveText.In(asked, form, channel.Terms?.NirAllowed ?? false),
            AtSending = atSending, AfterAcceptance = later, Commune = await communes.Named(its.Beneficiary.Commune, ct),
            Unknown = [.. annex.Select(field => field.Field).Where(field => !atSending.ContainsKey(field) && !later.ContainsKey(field)).Distinct()],
            Documents = documents,
            Shown = channel.Terms is { } terms ? WhatIsSent.Of(referral, its, terms, unit?.Id, form, documents, today) : null,
            Lacks = lacks,
        };
    }
}
