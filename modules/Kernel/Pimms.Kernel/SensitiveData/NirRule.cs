using System.Globalization;

namespace Pimms.Kernel;

/// <summary>
/// The French social-security number: sex, year, month, département, commune, order, and a key of two figures. With its key it is known by
/// that; without, by its shape, and only where the words before it do not say that it is something else.
/// </summary>
internal static class NirRule
{
    private const int WithoutKey = 13;
    private const int WithKey = 15;
    private const int Department = 5;

    // Where people part it: 2 84 05 30 189 123 45.
    private static readonly int[] Seams = [1, 3, 5, 7, 10, 13];

    /// <summary>The atom after its last, or <paramref name="first"/> when none begins here.</summary>
    public static int EndOf(Atoms atoms, int first)
    {
        Span<char> signs = stackalloc char[WithKey];
        var (count, atSeams, without, with) = (0, true, first, first);
        for (var at = first; at < atoms.Count && count < WithKey; at++)
        {
            var atom = atoms[at];
            if (at > first && atom.Gap == Gap.Wide)
                break;
            if (count == WithoutKey && IsTheWordKey(atoms, atom))
                continue;
            if (!Belongs(atoms, atom, signs, count) || count + atom.Length > WithKey)
                break;
            atSeams &= count == 0 || atom.Gap == Gap.None || Seams.Contains(count);
            atoms.SignsOf(atom).CopyTo(signs[count..]);
            count += atom.Length;
            without = count == WithoutKey ? at + 1 : without;
            with = count == WithKey ? at + 1 : with;
        }

        if (count < WithoutKey || !HasShape(signs))
            return first;
        var said = Foretold.Before(atoms, first);
        if (with > first && (said == Said.Nir || (HasKey(signs) && (atSeams || signs[0] is '1' or '2'))))
            return with;
        if (without == first || said == Said.Nir)
            return without;
        // Two figures more, and not its key: something else of fifteen figures.
        return with == first && said is null && atSeams && IsUsual(signs) && atoms.StandsAlone(first, without) ? without : first;
    }

    private static bool Belongs(Atoms atoms, Atom atom, ReadOnlySpan<char> signs, int count) =>
        atom.IsFigures || (count == Department + 1 && signs[Department] == '2' && atoms.SignsOf(atom) is "A" or "B");

    private static bool IsTheWordKey(Atoms atoms, Atom atom) => !atom.IsFigures && atoms.SignsOf(atom) is "CLE" or "CLEF" or "KEY" or "CLES";

    private static bool HasShape(ReadOnlySpan<char> signs) =>
        signs[0] is >= '1' and <= '4' or '7' or '8'
        && Number(signs[3..5]) is (>= 1 and <= 12) or (>= 20 and <= 42) or >= 50
        && signs[5..7] is not "00" && signs[7..10] is not "000" && signs[10..13] is not "000";

    /// <summary>Neither provisional nor of somebody whose month of birth is not known: rare enough to ask for a word before it.</summary>
    private static bool IsUsual(ReadOnlySpan<char> signs) => signs[0] is '1' or '2' && Number(signs[3..5]) <= 12;

    private static bool HasKey(ReadOnlySpan<char> signs)
    {
        Span<char> figures = stackalloc char[WithoutKey];
        signs[..WithoutKey].CopyTo(figures);
        // Corsica counts as 19 and 18 in the key.
        if (figures[Department + 1] is 'A' or 'B')
            (figures[Department], figures[Department + 1]) = ('1', figures[Department + 1] == 'A' ? '9' : '8');
        return 97 - Number(figures) % 97 == Number(signs[WithoutKey..]);
    }

    private static long Number(ReadOnlySpan<char> figures) => long.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
