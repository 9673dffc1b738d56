namespace Pimms.Conventions;

/// <summary>The conventions of the demonstration association: signed, suspended, over and in draft, with dates around today.</summary>
internal static class DemonstrationConventions
{
    private static readonly CurrentUser Administrator = new()
    {
        Id = DemonstrationId.Of("person:admin"), Name = "Claire Dumas", Side = Side.Association, Role = Role.Administrator,
    };

    public static async Task Seed(ConventionsDbContext db, IPartnerDirectory partners, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Conventions.AnyAsync(ct))
            return;
        foreach (var agreed in DemonstrationAgreements.All(WorkingCalendar.DayOf(now)))
        {
            if (await partners.Partner(DemonstrationId.Of($"partner:{agreed.Slug}"), ct) is not { } partner)
                continue;
            var convention = Make(agreed, partner, now);
            db.Add(convention);
            if (agreed.Slug == "energie")
                db.Add(DemonstrationReview.Of(convention, Administrator, now));
        }
        await db.SaveChangesAsync(ct);
    }

    private static Convention Make(DemonstrationAgreement agreed, PartnerDetails partner, DateTimeOffset now)
    {
        var signed = WorkingCalendar.EndOf(agreed.SignedOn).AddHours(-9);
        var convention = Convention.Draft(Content(agreed, partner), partner, Administrator, signed.AddDays(-21), DemonstrationId.Of($"convention:{agreed.Slug}"));
        if (agreed.State == ConventionState.Draft)
            return convention;

        convention.Activate(agreed.SignedOn, agreed.Signatories, Administrator, signed);
        if (agreed.State == ConventionState.Suspended)
            convention.Suspend(agreed.Because, Administrator, now.AddDays(-12));
        if (agreed.State == ConventionState.Ended)
            convention.Expire(CurrentUser.System("expire-conventions"), WorkingCalendar.EndOf(agreed.EndsOn).AddMinutes(3));
        return convention;
    }

    private static DraftConvention Content(DemonstrationAgreement agreed, PartnerDetails partner) => new()
    {
        PartnerId = partner.Id,
        Reference = agreed.Reference,
        Title = agreed.Title,
        Purpose = agreed.Purpose,
        StartsOn = agreed.StartsOn,
        EndsOn = agreed.EndsOn,
        LegalBasis = agreed.LegalBasis,
        RetentionMonths = agreed.RetentionMonths,
        Procedures = [.. partner.Units.SelectMany(unit => unit.Procedures).Select(procedure => new ProcedureContent
        {
            ProcedureId = procedure.Id,
            AcknowledgeWithinDays = agreed.AcknowledgeWithinDays,
            AnswerWithinDays = agreed.AnswerWithinDays,
        })],
        DisclosedFields = [.. agreed.Disclosed],
    };
}
