namespace Pimms.Conventions;

/// <summary>The conventions of the demonstration association: signed, suspended, over and in draft, with dates around today.</summary>
internal static class DemonstrationConventions
{
    private static readonly CurrentUser Administrator = new()
    {
        Id = DemonstrationId.Of("person:admin"), Name = "Claire Dumas", Side = Side.Association, Role = Role.Administrator,
    };

    public static async Task Seed(ConventionsDbContext db, IPartnerDirectory partners, IUserDirectory users, DocumentIntake intake, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Conventions.AnyAsync(ct))
            return;
        foreach (var agreed in DemonstrationAgreements.All(WorkingCalendar.DayOf(now)))
        {
            if (await partners.Partner(DemonstrationId.Of($"partner:{agreed.Slug}"), ct) is not { } partner)
                continue;
            var convention = Make(agreed, partner, now);
            if (agreed.WithPaper)
                convention.Add(FileKind.SignedConvention, (await intake.Take<ConventionFile>($"convention-{agreed.Reference}.pdf", DemonstrationPaper.Of(agreed), ct)).Value, Administrator, now.AddDays(-30), DemonstrationId.Of($"convention-file:{agreed.Slug}"));
            await NameReferents(convention, agreed, users, ct);
            db.Add(convention);
            if (agreed.Slug == "energie")
                db.Add(DemonstrationReview.Of(convention, Administrator, now));
        }
        await db.SaveChangesAsync(ct);
    }

    private static Convention Make(DemonstrationAgreement agreed, PartnerDetails partner, DateTimeOffset now)
    {
        var signed = WorkingCalendar.EndOf(agreed.SignedOn).AddHours(-9);
        var convention = Convention.Draft(Content(agreed, partner, agreed.AnsweredWithinDaysBefore ?? agreed.AnswerWithinDays), partner, Administrator, signed.AddDays(-21), DemonstrationId.Of($"convention:{agreed.Slug}"));
        if (agreed.State == ConventionState.Draft)
            return convention;

        convention.Activate(agreed.SignedOn, agreed.Signatories, Administrator, signed);
        if (agreed.AnsweredWithinDaysBefore is not null)
            convention.Amend(Content(agreed, partner, agreed.AnswerWithinDays), WorkingCalendar.DayOf(now).AddDays(-90), "Répondre avant la deuxième relance.", partner, Administrator, now.AddDays(-95));
        if (agreed.Contribution is { } yearly)
            convention.Receive(yearly / 2, WorkingCalendar.DayOf(now).AddDays(-40), "Premier versement", Administrator, now.AddDays(-38));
        if (agreed.State == ConventionState.Suspended)
            convention.Suspend(agreed.Because, Administrator, now.AddDays(-12));
        if (agreed.State == ConventionState.Ended)
            convention.Expire(CurrentUser.System("expire-conventions"), WorkingCalendar.EndOf(agreed.EndsOn).AddMinutes(3));
        return convention;
    }

    /// <summary>The administrator for the association; at the partner its manager, where there is one.</summary>
    private static async Task NameReferents(Convention convention, DemonstrationAgreement agreed, IUserDirectory users, CancellationToken ct)
    {
        var named = new Dictionary<(Side, ReferentRank), PersonSummary>();
        foreach (var (side, person) in new[] { (Side.Association, "admin"), (Side.Partner, $"manager.{agreed.Slug}") })
        {
            if (await users.People([DemonstrationId.Of($"person:{person}")], ct) is [var known])
                named[(side, ReferentRank.Referent)] = known;
        }
        convention.NameReferents(named, Administrator, convention.ChangedAt);
    }

    private static DraftConvention Content(DemonstrationAgreement agreed, PartnerDetails partner, int answerWithinDays) => new()
    {
        PartnerId = partner.Id,
        Reference = agreed.Reference,
        Title = agreed.Title,
        Purpose = agreed.Purpose,
        StartsOn = agreed.StartsOn,
        EndsOn = agreed.EndsOn,
        Renewal = agreed.Renewal is { } renewal ? new() { Months = renewal.Months, NoticeMonths = renewal.NoticeMonths } : null,
        LegalBasis = agreed.LegalBasis,
        RetentionMonths = agreed.RetentionMonths,
        Procedures = [.. partner.Units.SelectMany(unit => unit.Procedures).Select(procedure => new ProcedureContent
        {
            ProcedureId = procedure.Id,
            AcknowledgeWithinDays = agreed.AcknowledgeWithinDays,
            AnswerWithinDays = answerWithinDays,
        })],
        DisclosedFields = [.. agreed.Disclosed],
        Contribution = agreed.Contribution is { } yearly ? Halves(yearly, agreed.StartsOn.Year) : null,
    };

    private static ContributionContent Halves(decimal yearly, int year) => new()
    {
        YearlyAmount = yearly,
        Instalments = [new() { DueOn = new(year, 3, 31), Amount = yearly / 2 }, new() { DueOn = new(year, 9, 30), Amount = yearly / 2 }],
    };
}
