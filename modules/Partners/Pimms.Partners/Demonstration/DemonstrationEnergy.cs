namespace Pimms.Partners;

/// <summary>The energy supplier.</summary>
internal static class DemonstrationEnergy
{
    private static readonly FormField ContractNumber = Ask.Identifier("contractNumber", "Référence client", "9999999999", "10 chiffres, en haut à droite de la facture.").Needed();
    private static readonly FormField MeterPoint = Ask.Identifier("meterPoint", "Point de livraison (PDL)", "99999999999999", "14 chiffres, au dos de la facture ou sur le compteur (touche +).");

    public static void Add(DemonstrationPartners to)
    {
        to.Partner("energie", "Énergie", PartnerKind.Energy);
        Solidarity(to);
        Billing(to);
    }

    private static void Solidarity(DemonstrationPartners to)
    {
        to.Unit("energie-solidarite", "Service solidarité", "solidarite@energie", """
            Nous suspendons les relances dès que nous prenons l’orientation en charge, le temps d’étudier la situation.
            Dites ce que la personne peut vraiment payer chaque mois : un petit plan tenu vaut mieux qu’un grand plan rompu.
            Le chèque énergie se déduit de la dette ; joignez-le s’il n’a pas encore servi.
            """);
        to.Procedure("energie-etalement", "Étalement d’une dette d’énergie",
            "Plan de paiement sur trois à dix-huit mois, et suspension d’une coupure ou d’une réduction de puissance annoncée.",
            ContractNumber,
            MeterPoint,
            Ask.Money("amountDue", "Montant dû", "En euros, tel que sur la dernière relance.").Needed(),
            Ask.Date("lastPaymentOn", "Dernier paiement", "Même partiel."),
            Ask.Money("monthlyCapacity", "Ce que la personne peut payer par mois", "En plus de la facture courante."),
            Ask.YesNo("electricHeating", "Le logement est-il chauffé à l’électricité ?"),
            Ask.LongText("alreadyTried", "Ce qui a déjà été tenté", "Appels, courriers, promesses de paiement, et ce qui a été répondu."));
        to.Procedure("energie-cheque", "Chèque énergie non pris en compte",
            "Quand un chèque ou une attestation envoyés n’apparaissent pas sur la facture, ou quand les protections qui vont avec ne sont pas appliquées.",
            ContractNumber,
            Ask.Identifier("voucherNumber", "Numéro du chèque énergie", "***************", "15 caractères, sous le code-barres.").Needed(),
            Ask.Money("voucherAmount", "Montant du chèque").Needed(),
            Ask.Choice("sentBy", "Comment a-t-il été transmis ?", null, "Sur le site du chèque énergie", "Par courrier", "À une agence", "Il n’a pas encore été transmis").Needed(),
            Ask.Date("sentOn", "Transmis le"),
            Ask.LongText("remarks", "Ce qui a été répondu jusqu’ici"));
        to.Procedure("energie-titulaire", "Changement de titulaire du contrat",
            "Décès, séparation, départ : pour que le contrat et les factures soient au nom de la personne qui occupe le logement, sans coupure ni frais.",
            ContractNumber,
            MeterPoint.Needed(),
            Ask.Choice("cause", "Motif", null, "Décès du titulaire", "Séparation", "Départ d’un colocataire", "Erreur de nom").Needed(),
            Ask.Date("changedOn", "Depuis le").Needed(),
            Ask.Number("meterReading", "Index relevé ce jour-là", "En kWh, s’il est connu."),
            Ask.Text("formerHolder", "Nom sur les factures actuelles", "Tel qu’il y est écrit.").Needed(),
            Ask.YesNo("debtOnContract", "Une dette est-elle attachée à l’ancien contrat ?"));
    }

    private static void Billing(DemonstrationPartners to)
    {
        to.Unit("energie-facturation", "Service facturation", "facturation@energie", """
            Pour une facture estimée, donnez un index relevé par la personne et la date du relevé : nous refaisons le calcul sur cette base.
            Une facture de plus de quatorze mois sans relevé peut être limitée : signalez-la.
            """);
        to.Procedure("energie-contestation", "Contestation d’une facture",
            "Consommation anormale, régularisation, estimation, double facturation. Le prélèvement de la somme contestée est suspendu pendant l’étude.",
            ContractNumber,
            MeterPoint,
            Ask.Text("invoiceNumber", "Numéro de la facture").Needed(),
            Ask.Money("invoiceAmount", "Montant de la facture").Needed(),
            Ask.Choice("ground", "Ce qui est contesté", null, "Consommation anormale", "Régularisation", "Index estimé", "Double facturation", "Prix ou contrat").Needed(),
            Ask.Section("reading", "Le relevé de la personne", "ground", "Consommation anormale", "Régularisation", "Index estimé"),
            Ask.Number("meterReading", "Index relevé par la personne", "En kWh."),
            Ask.Date("readOn", "Relevé le"),
            Ask.Section("reasons", "Ce qui s’est passé"),
            Ask.LongText("explanation", "Pourquoi cette facture surprend", "Logement vide, panne, travaux, appareils changés, factures précédentes.").Needed());
    }
}
