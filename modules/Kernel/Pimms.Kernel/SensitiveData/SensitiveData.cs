namespace Pimms.Kernel;

/// <summary>
/// Finds social-security numbers, bank accounts and payment cards in what people write, as they write them: with spaces, dots, hyphens, over
/// the end of a line, in figures of any script. Check digits decide; where a number has none, its shape and the words before it do. Time grows
/// with the text's length and with nothing else.
/// </summary>
public static class SensitiveData
{
    private const int Shortest = 12;

    /// <summary>What stands in a text, in its order; places do not overlap. Null and empty texts hold nothing.</summary>
    public static IReadOnlyList<SensitiveFinding> Find(string? text)
    {
        if (text is null || text.Length < Shortest || !text.Any(char.IsDigit))
            return [];

        var atoms = new Atoms(text);
        var found = new List<SensitiveFinding>();
        for (var at = 0; at < atoms.Count;)
        {
            var (kind, end) = At(atoms, at);
            if (end > at)
                found.Add(new(kind, StartOf(atoms, at, kind), atoms.EndOf(end - 1) - StartOf(atoms, at, kind)));
            at = Math.Max(at + 1, end);
        }
        return found;
    }

    /// <summary>The same in the answer to a question: its words say what the number is.</summary>
    public static IReadOnlyList<SensitiveFinding> Find(string? text, string question)
    {
        var asked = $"{question} : ";
        return [.. Find(asked + text).Where(found => found.Start >= asked.Length).Select(found => found with { Start = found.Start - asked.Length })];
    }

    /// <summary>The kind that begins at an atom, and the atom after its last; the atom itself when none does.</summary>
    private static (SensitiveKind Kind, int End) At(Atoms atoms, int first)
    {
        if (!atoms[first].IsFigures)
            return (SensitiveKind.Iban, IbanRule.EndOf(atoms, first));
        if (RibRule.EndOf(atoms, first) is var rib && rib > first)
            return (SensitiveKind.Rib, rib);
        var (nir, card) = (NirRule.EndOf(atoms, first), CardRule.EndOf(atoms, first));
        // Cards that begin so are common, people who are registered provisionally are not.
        var isCard = nir == first || (card > first && atoms.SignsOf(atoms[first])[0] == '3');
        return isCard ? (SensitiveKind.PaymentCard, card) : (SensitiveKind.Nir, nir);
    }

    /// <summary>An account may be glued to the word before it: only its country is its own.</summary>
    private static int StartOf(Atoms atoms, int first, SensitiveKind kind) =>
        kind == SensitiveKind.Iban ? atoms.EndOf(first) - IbanRule.Country : atoms.StartOf(first);
}
