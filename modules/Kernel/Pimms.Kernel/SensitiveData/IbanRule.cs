namespace Pimms.Kernel;

/// <summary>The international bank account number: a country, two check figures, and the country's own account, whose shape and length are known.</summary>
internal static class IbanRule
{
    /// <summary>The letters that name the country.</summary>
    public const int Country = 2;

    private const int Longest = 34;

    /// <summary>The atom after its last, or <paramref name="first"/> when none begins here.</summary>
    public static int EndOf(Atoms atoms, int first)
    {
        var country = atoms.SignsOf(atoms[first]);
        if (country.Length < Country || first + 1 >= atoms.Count || !atoms[first + 1].IsFigures || IbanShapes.Of(country[^Country..]) is not { } shape)
            return first;

        Span<char> signs = stackalloc char[Longest];
        country[^Country..].CopyTo(signs);
        var count = Country;
        for (var at = first + 1; at < atoms.Count && atoms[at].Gap != Gap.Wide; at++)
        {
            if (count + atoms[at].Length > shape.Length)
                return first;
            atoms.SignsOf(atoms[at]).CopyTo(signs[count..]);
            count += atoms[at].Length;
            if (count == shape.Length)
                return HasShape(signs[..count], shape) && HasCheck(signs[..count]) ? at + 1 : first;
        }
        return first;
    }

    private static bool HasShape(ReadOnlySpan<char> signs, string shape)
    {
        for (var at = 0; at < shape.Length; at++)
        {
            if (!(shape[at] switch { 'n' => char.IsAsciiDigit(signs[at]), 'a' => char.IsAsciiLetter(signs[at]), _ => char.IsAsciiLetterOrDigit(signs[at]) }))
                return false;
        }
        return true;
    }

    /// <summary>ISO 7064, modulo 97: the country and the check moved to the end, letters as 10 to 35.</summary>
    private static bool HasCheck(ReadOnlySpan<char> signs)
    {
        var rest = 0;
        for (var at = 0; at < signs.Length; at++)
        {
            var sign = signs[(at + 4) % signs.Length];
            rest = char.IsAsciiDigit(sign) ? (rest * 10 + sign - '0') % 97 : (rest * 100 + sign - 'A' + 10) % 97;
        }
        return rest == 1;
    }
}
