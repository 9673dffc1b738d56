using Pimms.Conventions;
using Pimms.Conventions.Contracts;
using Pimms.Partners.Contracts;

namespace Pimms.UnitTests;

/// <summary>A convention with a partner of two procedures, as an administrator would write it.</summary>
internal static class Agreements
{
    public static readonly CurrentUser Administrator = new() { Id = Guid.NewGuid(), Name = "Claire Dumas", Side = Side.Association, Role = Role.Administrator };

    public static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static DateOnly Today => WorkingCalendar.DayOf(Now);

    public static PartnerDetails Partner { get; } = MakePartner();

    public static IReadOnlyList<ProcedureDetails> Procedures => Partner.Units[0].Procedures;

    public static DraftConvention Content() => new()
    {
        PartnerId = Partner.Id,
        Reference = "2027-014",
        Title = "Convention avec le réseau",
        Purpose = "Ouvrir le tarif solidaire.",
        StartsOn = new(2026, 1, 1),
        EndsOn = new(2026, 12, 31),
        LegalBasis = "Consentement",
        Procedures = [new() { ProcedureId = Procedures[0].Id, AcknowledgeWithinDays = 3, AnswerWithinDays = 10 }],
        DisclosedFields = [new() { Field = BeneficiaryField.Phone, When = DisclosureTime.AtSending }, new() { Field = BeneficiaryField.Email }],
    };

    public static Convention Draft(DraftConvention? content = null) => Convention.Draft(content ?? Content(), Partner, Administrator, Now);

    public static Convention Active(DraftConvention? content = null)
    {
        var convention = Draft(content);
        Assert.Null(convention.Activate(Today, [new("Hélène Castan", "présidente")], Administrator, Now).Refusal);
        return convention;
    }

    private static PartnerDetails MakePartner()
    {
        var unit = Guid.NewGuid();
        ProcedureDetails Procedure(string title) => new(Guid.NewGuid(), unit, title, new ProcedureForm(1, []));
        return new PartnerDetails(Guid.NewGuid(), "Transports", [new UnitDetails(unit, "Tarifs", "", [Procedure("Tarif solidaire"), Procedure("Amende")])]);
    }
}
