namespace Pimms.Partners;

/// <summary>The département, the metropolis and the city.</summary>
internal static class DemonstrationCommunities
{
    public static void Add(DemonstrationPartners to)
    {
        Department(to);

        to.Partner("metropole", "Métropole", PartnerKind.Metropolis);
        to.Unit("metropole-logement", "Fonds de solidarité pour le logement", "fsl@metropole", """
            La commission se réunit un jeudi sur deux : une demande complète le lundi passe la même semaine.
            Indiquez toujours si un plan a déjà été signé avec le bailleur.
            """);
        to.Procedure("metropole-fsl", "FSL : maintien dans le logement",
            "Dette de loyer ou de charges d’un logement que la personne peut garder. L’aide suppose que le loyer courant soit repris, au moins en partie.",
            Ask.Choice("landlord", "Bailleur", null, "Bailleur social", "Propriétaire privé", "Résidence ou foyer").Needed(),
            Ask.Money("monthlyRent", "Loyer mensuel, charges comprises", "Avant l’aide au logement.").Needed(),
            Ask.Money("rentArrears", "Dette de loyer", "Au dernier décompte du bailleur.").Needed(),
            Ask.Date("rentResumedOn", "Loyer courant repris depuis", "Laisser vide s’il ne l’est pas encore."),
            Ask.Choice("evictionStage", "Où en est la procédure d’expulsion ?", null, "Aucune", "Commandement de payer", "Assignation", "Jugement", "Concours de la force publique demandé").Needed(),
            Ask.Number("peopleAtHome", "Nombre de personnes au foyer", "Enfants compris.").Needed(),
            Ask.LongText("situation", "Comment la dette est née, et ce qui a changé"));

        to.Partner("ville", "Ville", PartnerKind.City);
        to.Unit("ville-ccas", "Centre communal d’action sociale", "ccas@ville", """
            Nous recevons sur rendez-vous du lundi au jeudi. En urgence alimentaire, cochez l’orientation comme urgente et appelez la personne : un bon peut être remis le jour même.
            """);
        to.Procedure("ville-aide-ccas", "Aide du CCAS",
            "Aide ponctuelle pour une dépense que les droits habituels ne couvrent pas. Elle est payée au créancier, rarement à la personne.",
            Ask.Choice("purpose", "Objet de l’aide", null, "Alimentation", "Énergie ou eau", "Logement", "Santé", "Mobilité", "Autre").Needed(),
            Ask.Money("amountAsked", "Montant demandé").Needed(),
            Ask.Money("monthlyResources", "Ressources mensuelles du foyer", "Salaires, allocations et pensions, ce mois-ci.").Needed(),
            Ask.Number("peopleAtHome", "Nombre de personnes au foyer", "Enfants compris.").Needed(),
            Ask.YesNo("alreadyHelped", "Déjà aidé par le CCAS cette année ?"),
            Ask.LongText("need", "La dépense, et pourquoi maintenant").Needed());
        to.Unit("ville-etat-civil", "État civil", "etatcivil@ville", """
            Les actes de naissance, de mariage et de décès établis dans la commune seulement.
            Pour une naissance à l’étranger, adressez l’usager au service central d’état civil.
            """);
        to.Procedure("ville-acte", "Acte d’état civil : non reçu ou à rectifier",
            "Quand une demande faite depuis plus de dix jours n’a pas abouti, ou quand l’acte contient une erreur qui bloque une démarche.",
            Ask.Choice("deed", "Acte", null, "Naissance", "Mariage", "Décès", "Reconnaissance").Needed(),
            Ask.Date("eventOn", "Date de l’événement").Needed(),
            Ask.Date("requestedOn", "Demande faite le"),
            Ask.Text("errorFound", "Erreur constatée", "Par exemple : prénom écrit « Mohamad », à corriger en « Mohamed »."),
            Ask.YesNo("abroad", "Le document doit-il servir à l’étranger ?"),
            Ask.LongText("whatFor", "La démarche que cela bloque").Needed());
    }

    private static void Department(DemonstrationPartners to)
    {
        to.Partner("departement", "Département", PartnerKind.Department);
        to.Unit("departement-mdph", "Maison des personnes handicapées (MDPH)", "mdph@departement", """
            Le certificat médical ne passe jamais par ici : l’usager nous le remet lui-même, sous pli fermé.
            Donnez le numéro de dossier dès que vous l’avez : sans lui, nous cherchons par nom et date de naissance, et c’est plus long.
            """);
        to.Procedure("departement-dossier-mdph", "Dossier MDPH : où en est-il ?",
            "Pour un dossier déposé depuis plus de quatre mois, incomplet sans que la personne comprenne pourquoi, ou dont un droit s’arrête bientôt.",
            Ask.Identifier("mdphNumber", "Numéro de dossier MDPH", "999999", "6 chiffres, sur l’accusé de réception."),
            Ask.Choice("right", "Droit demandé", null, "Allocation aux adultes handicapés (AAH)", "Carte mobilité inclusion", "Prestation de compensation (PCH)", "Allocation d’éducation (AEEH)", "Reconnaissance de travailleur handicapé", "Orientation en établissement").Needed(),
            Ask.Date("filedOn", "Dossier déposé le", "La date de l’accusé de réception, ou celle du dépôt.").Needed(),
            Ask.Date("currentRightEndsOn", "Fin du droit en cours", "Si un droit s’arrête bientôt."),
            Ask.YesNo("childConcerned", "Le dossier concerne-t-il un enfant ?").Needed(),
            Ask.LongText("question", "Ce que la personne a besoin de savoir", "Sans diagnostic ni détail de santé : nous les avons au dossier.").Needed());
        to.Unit("departement-action-sociale", "Action sociale de proximité", "action.sociale@departement", """
            Une évaluation sociale est faite avec la personne sous cinq jours ouvrés : prévenez-la qu’elle sera appelée d’un numéro masqué.
            """);
        to.Procedure("departement-aide-urgence", "Aide financière d’urgence",
            "Secours ponctuel aux personnes seules et aux familles avec enfants, quand les ressources manquent pour quelques jours ou quelques semaines.",
            Ask.Money("amountNeeded", "Somme qui manque", "Pour passer le cap, pas le total des dettes.").Needed(),
            Ask.Money("remainingToLiveOn", "Reste pour vivre ce mois-ci", "Après le loyer et les charges.").Needed(),
            Ask.Number("children", "Enfants à charge").Needed(),
            Ask.Choice("cause", "Ce qui a fait manquer les ressources", null, "Droit suspendu ou en retard", "Perte d’emploi", "Séparation", "Décès", "Dépense imprévue", "Autre").Needed(),
            Ask.Date("resourcesBackOn", "Retour des ressources prévu le"),
            Ask.Text("socialWorker", "Travailleur social qui suit déjà la personne", "Nom et lieu, si la personne en a un."),
            Ask.LongText("situation", "La situation en quelques lignes").Needed());
    }
}
