using System.Globalization;

namespace Pimms.UnitTests;

/// <summary>What is read, kept, shown and read again stays the same value: a hundred thousand random ones of each type.</summary>
public sealed class ReadingProperties
{
    private const int Many = 100_000;
    private static readonly string[] Spaces = [" ", "\u00a0", "\u202f", "\u2009"];

    [Fact]
    public void Amounts_survive_every_way_they_are_written()
    {
        var random = new Random(16);
        for (var round = 0; round < Many; round++)
        {
            var amount = random.NextInt64(100_000_000_000) / (decimal)(random.Next(3) switch { 0 => 1, 1 => 10, _ => 100 });
            var written = Written(random, amount);
            Assert.True(Amounts.Read(written) == amount, written);
            Assert.Equal(amount, Amounts.Read(Amounts.Kept(amount)));
        }
    }

    [Fact]
    public void Days_survive_every_way_they_are_written()
    {
        var random = new Random(16);
        string[] forms = ["yyyy-MM-dd", "dd'/'MM'/'yyyy", "d'/'M'/'yyyy", "d'.'M'.'yyyy", "d MMMM yyyy", "d MMM yyyy"];
        for (var round = 0; round < Many; round++)
        {
            var day = new DateOnly(1900, 1, 1).AddDays(random.Next(73_000));
            var language = TextResources.Languages[random.Next(TextResources.Languages.Length)];
            var written = day.ToString(forms[random.Next(forms.Length)], language);
            Assert.True(Days.Read(written) == day, written);
            Assert.Equal(day, Days.Read(Days.Kept(day)));
        }
    }

    [Fact]
    public void Whole_numbers_survive_every_way_they_are_written()
    {
        var random = new Random(16);
        for (var round = 0; round < Many; round++)
        {
            var number = random.NextInt64(1_000_000_000);
            Assert.Equal(number, WholeNumbers.Read(Grouped(random, number)));
            Assert.Equal(number, WholeNumbers.Read(WholeNumbers.Kept(number)));
        }
    }

    [Fact]
    public void Lines_are_read_to_the_same_line_when_they_are_read_again()
    {
        var random = new Random(16);
        for (var round = 0; round < Many; round++)
        {
            var typed = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(0x20, 0xD7FF))]);
            var line = Typed.Line(typed);
            Assert.Equal(line, Typed.Line(line));
        }
    }

    private static string Written(Random random, decimal amount)
    {
        var whole = (long)decimal.Truncate(amount);
        var cents = (int)((amount - whole) * 100);
        var decimals = cents == 0 && random.Next(2) == 0 ? "" : cents % 10 == 0 && random.Next(2) == 0 ? $"{cents / 10}" : cents.ToString("00", CultureInfo.InvariantCulture);
        var unit = random.Next(4) switch { 0 => " €", 1 => "\u202f€", 2 => "€", _ => "" };
        return $"{Grouped(random, whole)}{(decimals.Length == 0 ? "" : random.Next(2) == 0 ? "," : ".")}{decimals}{unit}";
    }

    private static string Grouped(Random random, long number) =>
        random.Next(2) == 0 ? number.ToString(CultureInfo.InvariantCulture) : number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", Spaces[random.Next(Spaces.Length)], StringComparison.Ordinal);
}
