namespace Pimms.Partners;

/// <summary>Those who run water and transport for the metropolis.</summary>
internal static class DemonstrationDelegates
{
    public static void Add(DemonstrationPartners to)
    {
        to.Partner("eau", "Eau", PartnerKind.Water);
        to.Unit("eau-usagers", "Relations usagers", "usagers@eau", """
            Un relevé lisible ou une photo du compteur fait gagner une semaine.
            Aucune coupure n’est faite dans une résidence principale : si la personne en est menacée, dites-le-nous, c’est une erreur.
            """);
        to.Procedure("eau-fuite", "Fuite après compteur : dégrèvement",
            "Quand la consommation a plus que doublé à cause d’une fuite sur une canalisation. La demande se fait dans le mois qui suit notre alerte, attestation de réparation à l’appui.",
            Ask.Identifier("customerNumber", "Référence d’abonné", "99999999", "8 chiffres, en haut à gauche de la facture.").Needed(),
            Ask.Money("billAmount", "Montant de la facture contestée").Needed(),
            Ask.Number("usualConsumption", "Consommation habituelle", "En m³ par an, sur les factures précédentes."),
            Ask.Number("billedConsumption", "Consommation facturée", "En m³.").Needed(),
            Ask.Number("meterReading", "Index relevé aujourd’hui", "Les chiffres noirs seulement."),
            Ask.Date("repairedOn", "Fuite réparée le", "Laisser vide si elle ne l’est pas encore."),
            Ask.Choice("leakPlace", "Où était la fuite ?", null, "Canalisation enterrée ou encastrée", "Chasse d’eau ou robinet", "Chauffe-eau", "Inconnue").Needed(),
            Ask.LongText("circumstances", "Comment elle a été découverte"));
        to.Procedure("eau-etalement", "Étalement d’une facture d’eau",
            "Paiement en plusieurs fois, sans frais. Au-delà de douze mois, nous regardons aussi le fonds d’aide.",
            Ask.Identifier("customerNumber", "Référence d’abonné", "99999999", "8 chiffres, en haut à gauche de la facture.").Needed(),
            Ask.Money("amountDue", "Montant dû", "Tel que sur la dernière facture ou relance.").Needed(),
            Ask.Money("monthlyCapacity", "Ce que la personne peut payer par mois").Needed(),
            Ask.Date("firstPaymentOn", "Premier paiement possible le"),
            Ask.YesNo("standingOrder", "Accepte-t-elle le prélèvement ?"),
            Ask.LongText("context", "Ce qu’il faut savoir"));

        to.Partner("transports", "Transports", PartnerKind.Transport);
        to.Unit("transports-tarifs", "Tarifs et réclamations", "tarifs@transports", """
            Ne joignez ni photo d’identité ni relevé bancaire : l’agence les demandera si besoin.
            Une amende contestée doit l’être dans les deux mois ; joignez la photo du procès-verbal.
            """);
        to.Procedure("transports-tarif-solidaire", "Tarif solidaire",
            "Ouverture ou renouvellement quand la demande en agence ou en ligne n’a pas abouti.",
            Ask.Identifier("cardNumber", "Numéro de la carte de transport", "9999999999", "10 chiffres au dos de la carte, si la personne en a une."),
            Ask.Choice("ground", "À quel titre ?", null, "Demandeur d’emploi", "Revenu de solidarité active", "Complémentaire santé solidaire", "Allocation aux adultes handicapés", "Quotient familial", "Demandeur d’asile").Needed(),
            Ask.Date("proofValidUntil", "Justificatif valable jusqu’au").Needed(),
            Ask.Number("travellers", "Personnes concernées", "Au foyer, usager compris.").Needed(),
            Ask.YesNo("alreadyRefused", "La demande a-t-elle été refusée ?").Needed(),
            Ask.LongText("refusalReason", "Le motif donné, et ce qui s’est passé"));
        to.Procedure("transports-amende", "Amende : contestation ou paiement en plusieurs fois",
            "Le service regarde le titre de transport du jour et la situation. Il ne peut rien sur une amende déjà transmise au Trésor public.",
            Ask.Identifier("reportNumber", "Numéro du procès-verbal", "A9999999", "Une lettre et sept chiffres.").Needed(),
            Ask.Date("reportedOn", "Date du contrôle").Needed(),
            Ask.Money("fine", "Montant réclamé", "Frais compris, à ce jour.").Needed(),
            Ask.Choice("wish", "Ce que demande la personne", null, "Annulation", "Réduction", "Paiement en plusieurs fois").Needed(),
            Ask.YesNo("hadTicket", "Avait-elle un titre valable ce jour-là ?").Needed(),
            Ask.Text("line", "Ligne et arrêt"),
            Ask.LongText("account", "Ce qui s’est passé, avec ses mots").Needed());
    }
}
