using System.Globalization;

namespace Pimms.Kernel;

/// <summary>A brand of payment cards.</summary>
/// <param name="From">Its numbers' first four figures, from.</param>
/// <param name="To">And to.</param>
/// <param name="Lengths">How many figures they have.</param>
/// <param name="Seams">Where its groups part, one bit each.</param>
internal sealed record CardBrand(int From, int To, int[] Lengths, int Seams)
{
    private const int UsualLength = 15;

    /// <summary>
    /// Short numbers that begin and check so are mostly something else (a company's, a meter's): without a word before it, only one in the
    /// brand's own groups is taken for a card.
    /// </summary>
    public bool OnlyByName(int length, int gaps) => length < UsualLength && gaps != Seams;
}

/// <summary>The brands, by their numbers' beginnings.</summary>
internal static class CardBrands
{
    private const int Fours = 1 << 4 | 1 << 8 | 1 << 12 | 1 << 16;
    private const int SixInTheMiddle = 1 << 4 | 1 << 10;

    private static readonly CardBrand[] All =
    [
        new(4000, 4999, [13, 16, 19], Fours),
        new(5100, 5599, [16], Fours),
        new(2221, 2720, [16], Fours),
        new(3400, 3499, [15], SixInTheMiddle),
        new(3700, 3799, [15], SixInTheMiddle),
        new(3000, 3059, [14], SixInTheMiddle),
        new(3095, 3095, [14], SixInTheMiddle),
        new(3600, 3699, [14], SixInTheMiddle),
        new(3800, 3999, [14], SixInTheMiddle),
        new(3528, 3589, [16, 17, 18, 19], Fours),
        new(6011, 6011, [16, 17, 18, 19], Fours),
        new(6440, 6599, [16, 17, 18, 19], Fours),
        new(6200, 6299, [16, 17, 18, 19], Fours),
        .. new[] { 5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763 }.Select(begin => new CardBrand(begin, begin, [12, 13, 14, 15, 16, 17, 18, 19], Fours)),
    ];

    public static CardBrand? Of(ReadOnlySpan<char> signs)
    {
        var (begin, length) = (int.Parse(signs[..4], CultureInfo.InvariantCulture), signs.Length);
        return Array.Find(All, brand => brand.From <= begin && begin <= brand.To && brand.Lengths.Contains(length));
    }
}
