namespace Pimms.Partners;

/// <summary>The State and the region.</summary>
internal static class DemonstrationAuthorities
{
    public static void Add(DemonstrationPartners to)
    {
        to.Partner("etat", "État", PartnerKind.State);
        to.Unit("etat-titres", "Service des titres", "titres@etat", """
            Nous traitons les demandes de titre de séjour déposées depuis plus de deux mois.
            Vérifiez d’abord le compte en ligne de l’usager : une demande de pièce y attend souvent une réponse.
            Ne joignez pas de passeport complet : la page d’identité suffit.
            """);
        to.Procedure("etat-titre-sejour", "Titre de séjour : demande sans réponse",
            "Quand une demande déposée en ligne ou au guichet n’avance plus, ou quand le récépissé arrive à son terme. Le service dit où en est le dossier ; il ne revient pas sur une décision de refus.",
            Ask.Identifier("fileNumber", "Numéro de la demande", "AA999999999", "Deux lettres et neuf chiffres, sur la confirmation de dépôt.").Needed(),
            Ask.Choice("requestKind", "Nature de la demande", null, "Premier titre", "Renouvellement", "Duplicata", "Changement de statut").Needed(),
            Ask.Date("submittedOn", "Date de dépôt", "Celle de la confirmation de dépôt, pas celle du premier rendez-vous.").Needed(),
            Ask.Date("permitExpiresOn", "Fin de validité du titre ou du récépissé", "Le document que l’usager a aujourd’hui en main."),
            Ask.YesNo("jobAtRisk", "Un emploi ou un droit est-il menacé ?", "Contrat suspendu, prestation interrompue, logement refusé."),
            Ask.LongText("whatIsBlocked", "Ce qui bloque", "Les messages reçus, les relances faites et leurs dates.").Needed());

        to.Partner("region", "Région", PartnerKind.Region);
        to.Unit("region-lyceens", "Aides aux lycéens", "lyceens@region", """
            Une orientation par élève. Le dossier se dépose toujours sur notre site ; écrivez-nous quand il est refusé, bloqué ou hors délai.
            Précisez si la famille a changé d’adresse depuis la rentrée.
            """);
        to.Procedure("region-aide-lyceen", "Aide régionale aux lycéens : dossier bloqué",
            "Transport scolaire, manuels, premier équipement. Le service peut rouvrir un dossier hors délai quand la famille n’a pas pu le déposer à temps.",
            Ask.Choice("aidKind", "Aide demandée", null, "Transport scolaire", "Manuels et numérique", "Premier équipement professionnel", "Restauration").Needed(),
            Ask.Text("school", "Lycée et ville", "Par exemple : lycée professionnel Frédéric-Mistral, Nîmes.").Needed(),
            Ask.Text("className", "Classe et filière"),
            Ask.Identifier("studentNumber", "Identifiant national de l’élève (INE)", "***********", "11 chiffres et lettres, sur le certificat de scolarité."),
            Ask.Number("familyQuotient", "Quotient familial", "En euros, sur l’attestation de la CAF."),
            Ask.LongText("obstacle", "Ce qui a empêché ou bloqué la demande").Needed());
    }
}
