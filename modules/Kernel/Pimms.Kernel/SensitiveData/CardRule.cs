namespace Pimms.Kernel;

/// <summary>
/// Payment cards: the beginning and length of a brand, and Luhn's check figure. Company and meter numbers pass that check too, so a card must
/// stand in one piece or in its brand's groups, unless the words before say that it is one.
/// </summary>
internal static class CardRule
{
    private const int Shortest = 12;
    private const int Longest = 19;

    /// <summary>The atom after its last, or <paramref name="first"/> when none begins here.</summary>
    public static int EndOf(Atoms atoms, int first)
    {
        Span<char> signs = stackalloc char[Longest];
        var (count, end, said, asked) = (0, first, (Said?)null, false);
        // The places of the gaps, one bit each.
        var (gaps, lines) = (0, 0);
        for (var at = first; at < atoms.Count && atoms[at].IsFigures && count + atoms[at].Length <= Longest; at++)
        {
            if (at > first)
            {
                if (atoms[at].Gap is Gap.Wide or Gap.None)
                    break;
                lines += atoms[at].Gap == Gap.Line ? 1 : 0;
                gaps |= atoms[at].Gap == Gap.Line && lines == 1 ? 0 : 1 << count;
            }
            atoms.SignsOf(atoms[at]).CopyTo(signs[count..]);
            count += atoms[at].Length;
            if (count < Shortest || !HasCheck(signs[..count]))
                continue;
            (said, asked) = (asked ? said : Foretold.Before(atoms, first), true);
            if (IsCard(signs[..count], gaps, said) && (said == Said.Card || atoms.StandsAlone(first, at + 1)))
                end = at + 1;
        }
        return end;
    }

    private static bool IsCard(ReadOnlySpan<char> signs, int gaps, Said? said)
    {
        var brand = CardBrands.Of(signs);
        if (brand is null)
            return false;
        var oneByOne = gaps == (1 << signs.Length) - 2;
        var inGroups = !brand.OnlyByName(signs.Length, gaps) && (gaps & ~brand.Seams) == 0;
        return said == Said.Card || oneByOne || (inGroups && (gaps > 0 || said is null));
    }

    private static bool HasCheck(ReadOnlySpan<char> signs)
    {
        var sum = 0;
        for (var at = 0; at < signs.Length; at++)
        {
            var figure = signs[^(at + 1)] - '0';
            sum += at % 2 == 0 ? figure : figure * 2 - (figure > 4 ? 9 : 0);
        }
        return sum % 10 == 0;
    }
}
