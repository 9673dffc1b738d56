using static Pimms.Conventions.Contracts.BeneficiaryField;

namespace Pimms.Conventions;

/// <summary>Who promised what, as of a day.</summary>
internal static class DemonstrationAgreements
{
    public static IReadOnlyList<DemonstrationAgreement> All(DateOnly today) => [Ville(today), Departement(today), Eau(today), Energie(today), Transports(today), Etat(today), Region(today), Metropole(today)];

    private static DemonstrationAgreement Ville(DateOnly today) => new("ville", "2025-03", "Convention d’objectifs avec la Ville", Start(today, -14), End(today, 21), 2, 8)
    {
        Purpose = "Permettre aux médiateurs de saisir le CCAS et l’état civil pour une personne qui n’y arrive plus seule, et à la Ville de répondre au PIMMS sans reconvoquer la personne.",
        Renewal = new(24, 3),
        Contribution = 18_000,
        WithPaper = true,
        Signatory = new("Karim Benali", "adjoint au maire délégué aux solidarités"),
        AlsoAtSending = [Commune],
    };

    private static DemonstrationAgreement Departement(DateOnly today) => new("departement", "2025-11", "Convention de partenariat avec le Département", Start(today, -9), End(today, 14), 5, 20)
    {
        Purpose = "Suivre les dossiers MDPH sans réponse et demander les aides d’urgence, sans que l’usager ait à raconter de nouveau sa situation.",
        Contribution = 12_000,
        Signatory = new("Isabelle Roux", "directrice générale adjointe des solidarités"),
        AlsoAtSending = [BirthDate],
        AfterAcceptance = [BeneficiaryField.Address, Commune],
        RetentionMonths = 36,
    };

    private static DemonstrationAgreement Eau(DateOnly today) => new("eau", "2026-02", "Convention avec le délégataire de l’eau", Start(today, -6), End(today, 29), 3, 10)
    {
        Purpose = "Traiter les fuites et les étalements de dette avant toute réduction de débit.",
        AnsweredWithinDaysBefore = 15,
        WithPaper = true,
        Signatory = new("Thierry Malet", "directeur de l’agence du Gard"),
        AlsoAtSending = [BeneficiaryField.Address],
        AfterAcceptance = [Email],
        RetentionMonths = 12,
    };

    private static DemonstrationAgreement Energie(DateOnly today) => new("energie", "2025-07", "Convention de médiation avec Énergie", Start(today, -17), End(today, 2), 3, 10)
    {
        Purpose = "Éviter les coupures : étalement des dettes, chèque énergie, changement de titulaire, contestation de facture. Le fournisseur suspend les relances le temps de sa réponse.",
        WithPaper = true,
        Signatory = new("Sandrine Vidal", "responsable nationale solidarité"),
        RetentionMonths = 18,
    };

    private static DemonstrationAgreement Transports(DateOnly today) => new("transports", "2026-01", "Convention avec le réseau de transports", Start(today, -10), End(today, 13), 2, 7)
    {
        Purpose = "Ouvrir le tarif solidaire aux personnes qui y ont droit et régler les amendes contestées de bonne foi.",
        Signatory = new("Paul Ferrand", "directeur commercial"),
        AfterAcceptance = [BirthDate],
        RetentionMonths = 12,
    };

    private static DemonstrationAgreement Etat(DateOnly today) => new("etat", "2025-09", "Convention avec la préfecture", Start(today, -13), End(today, 10), 5, 30)
    {
        State = ConventionState.Suspended,
        Because = "Le service des titres déménage : aucune nouvelle orientation avant sa réouverture. En attendant, accompagnez la personne pour écrire par son compte en ligne.",
        Purpose = "Savoir où en est une demande de titre de séjour restée sans réponse.",
        Signatory = new("Anne Delmas", "secrétaire générale de la préfecture"),
        AlsoAtSending = [BirthDate],
        AfterAcceptance = [BeneficiaryField.Address],
    };

    private static DemonstrationAgreement Region(DateOnly today) => new("region", "2024-05", "Convention régionale « lycéens »", Start(today, -26), End(today, -3), 3, 15)
    {
        State = ConventionState.Ended,
        Purpose = "Débloquer les aides aux lycéens : transport, manuels, équipement.",
        Signatory = new("Julien Costes", "directeur de l’éducation"),
    };

    private static DemonstrationAgreement Metropole(DateOnly today) => new("metropole", "2027-01", "Convention avec la Métropole, fonds de solidarité logement", Start(today, 2), End(today, 25), 3, 12)
    {
        State = ConventionState.Draft,
        Purpose = "Saisir le fonds de solidarité logement pour une dette de loyer avant la commission.",
        Signatory = new("Nathalie Perrin", "vice-présidente à l’habitat"),
    };

    /// <summary>Conventions start on the first of a month and end on the last of one.</summary>
    private static DateOnly Start(DateOnly today, int months) => new DateOnly(today.Year, today.Month, 1).AddMonths(months);

    private static DateOnly End(DateOnly today, int months) => new DateOnly(today.Year, today.Month, 1).AddMonths(months + 1).AddDays(-1);
}
