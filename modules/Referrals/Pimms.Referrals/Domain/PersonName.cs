using System.Globalization;
using System.Text;

namespace Pimms.Referrals;

/// <summary>A name as it can be compared: without accents, case, hyphens, particles and titles.</summary>
/// <param name="Family">The words of the family name, birth and married name alike.</param>
/// <param name="Given">The words of the given names.</param>
/// <param name="Joined">Family and given name, each written as one word, particles included: "Ben Ali" is "Benali" to some desks.</param>
internal sealed record PersonName(IReadOnlyList<string> Family, IReadOnlyList<string> Given, (string Family, string Given) Joined)
{
    private static readonly HashSet<string> Particles =
        ["d", "da", "de", "del", "der", "des", "di", "do", "dos", "du", "l", "la", "le", "les", "van", "von", "ben", "bin", "bint", "el", "al", "y", "e"];

    /// <summary>What stands between two names, or before one, and is none itself.</summary>
    private static readonly HashSet<string> Titles = ["ne", "nee", "ep", "epouse", "epoux", "veuve", "vve", "mme", "mlle", "m", "mr", "monsieur", "madame"];

    private static readonly Dictionary<char, string> Spelled = new() { ['œ'] = "oe", ['æ'] = "ae", ['ß'] = "ss", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ı'] = "i" };

    public static PersonName Of(string familyName, string givenName)
    {
        var (family, given) = (Words(familyName), Words(givenName));
        return new(WithoutParticles(family), WithoutParticles(given), (string.Concat(family), string.Concat(given)))
        {
            FamilyAsOneWord = [string.Concat(family), string.Concat(family.SkipWhile((word, at) => word is "d" or "de" && at < family.Count - 1))],
        };
    }

    /// <summary>The family name as one word, with and without the "de" before it: "de La Tour" is "Latour" to some desks and "Delatour" to others.</summary>
    public IReadOnlyList<string> FamilyAsOneWord { get; private init; } = [];

    public IReadOnlyList<string> All => [.. Family, .. Given];

    private static List<string> Words(string name)
    {
        var plain = new StringBuilder();
        foreach (var sign in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (Spelled.TryGetValue(sign, out var spelled))
                plain.Append(spelled);
            else if (char.IsLetter(sign))
                plain.Append(sign);
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                plain.Append(' ');
        }
        List<string> words = [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return OrAll(words, [.. words.Where(word => !Titles.Contains(word))]);
    }

    private static List<string> WithoutParticles(List<string> words) => OrAll(words, [.. words.Where(word => !Particles.Contains(word))]);

    /// <summary>Somebody may be called Le, or M: a name that would be nothing but particles keeps them.</summary>
    private static List<string> OrAll(List<string> words, List<string> kept) => kept.Count > 0 ? kept : words;
}
