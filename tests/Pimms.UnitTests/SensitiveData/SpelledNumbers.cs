using System.Globalization;
using System.Numerics;

namespace Pimms.UnitTests;

/// <summary>Numbers that are valid, spelled as people type them. The same seed makes the same number.</summary>
internal static class SpelledNumbers
{
    private static readonly int[] NirSeams = [1, 3, 5, 7, 10, 13];
    private static readonly string[] Departments = ["01", "13", "30", "34", "48", "59", "69", "75", "84", "93", "95", "2A", "2B", "97", "98", "99"];
    private static readonly int[] Months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20, 23, 31, 42, 50, 62, 99];
    private static readonly string[] Accounts = ["FR", "FR", "FR", "BE", "DE", "ES", "IT", "PT", "GB", "CH", "LU", "NL", "MC", "TR", "RO", "PL", "MT", "DZ", "MA", "TN", "NO"];
    private static readonly (string Begin, int Length)[] Cards =
        [("4", 16), ("4", 16), ("4970", 16), ("51", 16), ("55", 16), ("2221", 16), ("2720", 16), ("34", 15), ("37", 15), ("6011", 16), ("3530", 16), ("6759", 16), ("62", 17), ("4", 19)];

    /// <summary>Thirteen characters.</summary>
    public static string Nir(Random random, bool anybody = true)
    {
        var sex = anybody ? "121278"[random.Next(6)] : "12"[random.Next(2)];
        var month = anybody ? Months[random.Next(Months.Length)] : random.Next(1, 13);
        return $"{sex}{random.Next(100):00}{month:00}{Departments[random.Next(Departments.Length)]}{random.Next(1, 990):000}{random.Next(1, 999):000}";
    }

    public static string Key(string nir) =>
        (97 - long.Parse(nir.Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal), CultureInfo.InvariantCulture) % 97).ToString("00", CultureInfo.InvariantCulture);

    public static string Iban(Random random, string? country = null)
    {
        country ??= Accounts[random.Next(Accounts.Length)];
        var account = string.Concat(IbanShapes.Of(country)!.Skip(4).Select(place => place switch
        {
            'n' => (char)('0' + random.Next(10)),
            'a' => (char)('A' + random.Next(26)),
            _ => random.Next(4) == 0 ? (char)('A' + random.Next(26)) : (char)('0' + random.Next(10)),
        }));
        var figures = string.Concat((account + country + "00").Select(sign => char.IsAsciiDigit(sign) ? $"{sign}" : $"{sign - 'A' + 10}"));
        return $"{country}{98 - (int)(BigInteger.Parse(figures, CultureInfo.InvariantCulture) % 97):00}{account}";
    }

    public static string Card(Random random)
    {
        var (begin, length) = Cards[random.Next(Cards.Length)];
        var figures = begin + string.Concat(Enumerable.Range(0, length - 1 - begin.Length).Select(_ => random.Next(10)));
        return figures + Luhn(figures);
    }

    public static int Luhn(string figures)
    {
        var sum = figures.Reverse().Select((sign, at) => at % 2 == 1 ? sign - '0' : sign - '0' > 4 ? (sign - '0') * 2 - 9 : (sign - '0') * 2).Sum();
        return (10 - sum % 10) % 10;
    }

    /// <summary>A number with its key in one of the ways it is typed.</summary>
    public static string SpelledNir(Random random, string nir, string key) => random.Next(12) switch
    {
        0 => nir + key,
        1 => Parted(nir + key, " ", NirSeams),
        2 => Parted(nir + key, ".", NirSeams),
        3 => Parted(nir + key, "-", NirSeams),
        4 => Parted(nir + key, "\u00a0", NirSeams),
        5 => $"{Parted(nir, " ", NirSeams)} / {key}",
        6 => $"{Parted(nir, " ", NirSeams)} clé {key}",
        7 => $"{nir} ({key})",
        8 => Wide(Parted(nir + key, " ", NirSeams)),
        9 => Parted(nir + key, " ", [3, 7, 13]).Insert(4, "\n"),
        10 => Parted((nir + key).ToLowerInvariant(), "  ", [1, 5, 10]),
        _ => Parted(nir + key, "\u202f", NirSeams).Insert(2, "\u200b"),
    };

    /// <summary>An account in one of the ways it is typed.</summary>
    public static string SpelledIban(Random random, string iban) => random.Next(8) switch
    {
        0 => iban,
        1 => Parted(iban, " ", [4, 8, 12, 16, 20, 24, 28, 32]),
        2 => Parted(iban.ToLowerInvariant(), " ", [4, 8, 12, 16, 20, 24, 28, 32]),
        3 => Parted(iban, "-", [4, 8, 12, 16, 20, 24, 28, 32]),
        4 => Parted(iban, "\u00a0", [2, 4, 9, 14]),
        5 => Parted(iban, " ", [4, 8, 12]).Insert(9, "\n"),
        6 => Wide(Parted(iban, " ", [4, 9, 14])),
        _ => Parted(iban, " . ", [4]),
    };

    /// <summary>A card in one of the ways it is typed.</summary>
    public static string SpelledCard(Random random, string card)
    {
        int[] seams = card.Length == 15 ? [4, 10] : [4, 8, 12, 16];
        return random.Next(7) switch
        {
            0 => card,
            1 => Parted(card, " ", seams),
            2 => Parted(card, "-", seams),
            3 => Parted(card, ".", seams),
            4 => Parted(card, "\u00a0", seams),
            5 => Wide(Parted(card, " ", seams)),
            _ => Parted(card, " ", seams[..1]) + "\u200b",
        };
    }

    /// <summary>In full-width figures.</summary>
    private static string Wide(string text) => string.Concat(text.Select(sign => char.IsAsciiDigit(sign) ? (char)(sign - '0' + '０') : sign));

    private static string Parted(string number, string part, int[] seams) =>
        string.Concat(number.Select((sign, at) => seams.Contains(at) ? part + sign : $"{sign}"));
}
