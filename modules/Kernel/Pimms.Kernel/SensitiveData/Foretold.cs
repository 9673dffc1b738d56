namespace Pimms.Kernel;

/// <summary>What the words before a number say that it is: of those that are known, the nearest speaks.</summary>
internal static class Foretold
{
    private const int WordsBefore = 7;
    private const int AtomsBefore = 24;

    // By the beginning of the word.
    private static readonly string[] Nir = ["SECU", "VITALE", "AMELI", "CPAM", "IMMATRICUL", "ASSURE"];
    private static readonly string[] Card = ["CARTE", "CARD", "BANCAIRE", "BLEUE", "VISA", "MASTER", "MAESTRO", "AMEX", "AMERICAN", "DINERS", "TARJETA", "KART"];
    private static readonly string[] Other =
    [
        "FISCAL", "IMPOT", "AVIS", "DECLARANT", "TELEDECLARANT", "CONTRAT", "CLIENT", "FACTURE", "REFERENCE", "COMPTEUR", "LIVRAISON", "SUIVI", "COLIS", "COMMANDE", "DOSSIER",
        "TELEPHONE", "ALLOCATAIRE", "ABONNE", "RECOMMANDE", "IDENTITE", "SEJOUR", "GRISE", "FIDELITE", "TRANSPORT", "ABONNEMENT", "MATRICULE", "SIRET", "SIREN", "IMEI",
    ];

    // By the whole word, because others begin or end so.
    private static readonly string[] NirItself = ["NIR", "SS", "INSEE"];
    private static readonly string[] CardItself = ["CB", "CC"];
    private static readonly string[] OtherItself = ["SPI", "PDL", "PRM", "PCE", "REF", "TEL", "TVA", "CAF", "IDENTIFIANT"];

    /// <summary>The words before an atom; null when none of them says anything.</summary>
    public static Said? Before(Atoms atoms, int index)
    {
        for (var (at, words) = (index - 1, 0); at >= Math.Max(0, index - AtomsBefore) && words < WordsBefore; at--)
        {
            // Another number is what they spoke of; its own beginnings are short.
            if (atoms[at].IsFigures)
            {
                if (atoms[at].Length > 3)
                    return null;
                continue;
            }
            words++;
            if (Of(atoms.SignsOf(atoms[at]).ToString()) is { } said)
                return said;
        }
        return null;
    }

    private static Said? Of(string word) =>
        NirItself.Contains(word) || Nir.Any(begin => word.StartsWith(begin, StringComparison.Ordinal)) ? Said.Nir
        : CardItself.Contains(word) || Card.Any(begin => word.StartsWith(begin, StringComparison.Ordinal)) ? Said.Card
        : OtherItself.Contains(word) || Other.Any(begin => word.StartsWith(begin, StringComparison.Ordinal)) ? Said.Other
        : null;
}

internal enum Said
{
    Nir,
    Card,
    Other,
}
