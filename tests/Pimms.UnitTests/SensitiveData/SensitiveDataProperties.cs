using FsCheck;
using FsCheck.Fluent;

namespace Pimms.UnitTests;

/// <summary>What holds of any text and any number.</summary>
public sealed class SensitiveDataProperties
{
    private const string Apart = "\n\n";
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Fact]
    public void Places_lie_in_the_text_one_after_the_other_and_never_hold_less_than_a_number() => Check.One(Often, Prop.ForAll(ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<int>(), (text, seed) =>
    {
        var written = Shuffled(text, seed);
        var end = 0;
        foreach (var found in SensitiveData.Find(written))
        {
            if (found.Start < end || found.Length < 12 || found.Start + found.Length > written.Length)
                return false;
            end = found.Start + found.Length;
        }
        return true;
    }));

    [Fact]
    public void A_number_is_found_whatever_stands_around_it() => Check.One(Often, Prop.ForAll(ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<int>(), (text, seed) =>
    {
        var random = new Random(seed);
        var account = SpelledNumbers.SpelledIban(random, SpelledNumbers.Iban(random));
        var written = text + Apart + account + Apart + text;
        return SensitiveData.Find(written).Any(found => found.Kind == SensitiveKind.Iban && written.Substring(found.Start, found.Length) == account);
    }));

    [Fact]
    public void One_wrong_figure_makes_it_another_number() => Check.One(Often, Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int>(), (seed, place) =>
    {
        var random = new Random(seed);
        var (nir, account, card) = (SpelledNumbers.Nir(random), SpelledNumbers.Iban(random, "FR"), Enumerable.Repeat(random, 100).Select(SpelledNumbers.Card).First(one => one.Length == 16));
        return Mistyped(nir + SpelledNumbers.Key(nir), 14) && Mistyped(account, 2 + (place & 0xFF) % 12) && Mistyped(card, card.Length - 1);
    }));

    [Fact]
    public void What_is_shown_of_a_place_gives_no_figure_of_any_number_away() => Check.One(Often, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var nir = SpelledNumbers.Nir(random);
        var written = $"Voici {SpelledNumbers.SpelledNir(random, nir, SpelledNumbers.Key(nir))}, puis {SpelledNumbers.SpelledIban(random, SpelledNumbers.Iban(random))}.";
        var all = SensitiveData.Find(written);
        return all.Count == 2 && all.All(one => !SensitivePlace.Of(written, all, one).Excerpt.Any(char.IsDigit));
    }));

    [Fact]
    public void A_place_is_told_by_its_line_and_column()
    {
        const string Written = "Bonjour,\nson compte : FR76 3000 6000 0112 3456 7890 189\nmerci";
        var all = SensitiveData.Find(Written);
        var place = SensitivePlace.Of(Written, all, all[0]);
        Assert.Equal((2, 14), (place.Line, place.Column));
        Assert.Equal("Bonjour, son compte : •••• •••• •••• •••• •••• •••• ••• merci", place.Excerpt);
    }

    private static bool Mistyped(string number, int at) => SensitiveData.Find(number[..at] + (char)('0' + (number[at] - '0' + 1) % 10) + number[(at + 1)..]).Count == 0;

    private static string Shuffled(string? text, int seed)
    {
        var random = new Random(seed);
        return string.Concat((text ?? "").Select(sign => random.Next(3) == 0 ? $"{random.Next(100)}" : $"{sign}")) + SpelledNumbers.Card(random) + text;
    }
}
