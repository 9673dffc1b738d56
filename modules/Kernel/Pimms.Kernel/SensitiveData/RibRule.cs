namespace Pimms.Kernel;

/// <summary>
/// The French bank account as papers print it, without country: bank and branch of five digits each, an account of eleven digits and letters, and
/// a key of two that proves the rest. People write it in one, in groups, or with the word for each part before it.
/// </summary>
internal static class RibRule
{
    private const int Branch = 5;
    private const int Account = 10;
    private const int Key = 21;
    private const int Whole = 23;
    private const int Parts = 3;
    private const int MostWordsBetween = 4;

    private static readonly HashSet<string> Labels =
        ["CODE", "BANQUE", "ETABLISSEMENT", "GUICHET", "AGENCE", "COMPTE", "NUMERO", "NUM", "N", "NO", "DE", "DU", "CLE", "CLEF", "RIB", "BIC", "ET"];

    /// <summary>The atom after its last, or <paramref name="first"/> when none begins here.</summary>
    public static int EndOf(Atoms atoms, int first)
    {
        Span<char> characters = stackalloc char[Whole];
        var (count, words, partings, atParts, byFours) = (0, 0, 0, 0, true);
        for (var at = first; at < atoms.Count; at++)
        {
            var atom = atoms[at];
            if (IsBetweenParts(count) && IsLabel(atoms, at) && words < MostWordsBetween)
            {
                words++;
                continue;
            }
            if (at > first && atom.Gap == Gap.Wide && words == 0)
                return first;
            if (count + atom.Length > Whole || !(atom.IsFigures || (count >= Account && count + atom.Length <= Key)))
                return first;
            if (count > 0 && (atom.Gap != Gap.None || words > 0))
            {
                partings++;
                atParts += IsBetweenParts(count) ? 1 : 0;
                byFours &= count % 4 == 0;
            }
            atoms.SignsOf(atom).CopyTo(characters[count..]);
            (count, words) = (count + atom.Length, 0);
            if (count == Whole)
                return (partings == 0 || atParts == Parts || byFours) && HasKey(characters) && atoms.StandsAlone(first, at + 1) ? at + 1 : first;
        }
        return first;
    }

    private static bool IsBetweenParts(int count) => count is Branch or Account or Key;

    /// <summary>A word that names the next part; what touches digits is a letter of the account.</summary>
    private static bool IsLabel(Atoms atoms, int at) =>
        !atoms[at].IsFigures && atoms[at].Gap != Gap.None && (at + 1 == atoms.Count || atoms[at + 1].Gap != Gap.None)
        && Labels.Contains(atoms.SignsOf(atoms[at]).ToString());

    /// <summary>Letters count as digits here: A and J as 1, B, K and S as 2, up to I, R and Z as 9.</summary>
    private static bool HasKey(ReadOnlySpan<char> characters)
    {
        var rest = 0;
        foreach (var character in characters)
            rest = (rest * 10 + ValueOf(character)) % 97;
        return rest == 0;
    }

    private static int ValueOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'I' => character - 'A' + 1,
        >= 'J' and <= 'R' => character - 'J' + 1,
        _ => character - 'S' + 2,
    };
}
