using System.Collections.Frozen;
using System.Globalization;

namespace Pimms.Kernel;

/// <summary>How each country writes its accounts after the country and the check: n figures, a letters, c either, each with how many.</summary>
internal static class IbanShapes
{
    private const string Known = """
        AD n8c12 AE n19 AL n8c16 AT n16 AZ a4c20 BA n16 BE n12 BG a4n6c8 BH a4c14 BI n23 BR n23a1c1 BY c4n4c16 CH n5c12 CI c2n22 CM n23 CR n18 CY n8c16 CZ n20
        DE n18 DJ n23 DK n14 DO c4n20 DZ n22 EE n16 EG n25 ES n20 FI n14 FK a2n12 FO n14 FR n10c11n2 GB a4n14 GE a2n16 GI a4c15 GL n14 GR n7c16 GT c24 HR n17 HU n24
        IE a4n14 IL n19 IQ a4n15 IS n22 IT a1n10c12 JO a4n4c18 KW a4c22 KZ n3c13 LB n4c20 LC a4c24 LI n5c12 LT n16 LU n3c13 LV a4c13 LY n21 MA n24 MC n10c11n2
        MD c20 ME n18 MG n23 MK n3c10n2 ML c2n22 MN n16 MR n23 MT a4n5c18 MU a4n19a3 NI a4n20 NL a4n10 NO n11 OM n3c16 PK a4c16 PL n24 PS a4c21 PT n21 QA a4c21 RO a4c16
        RS n18 RU n14c15 SA n2c18 SC a4n20a3 SD n14 SE n20 SI n15 SK n20 SM a1n10c12 SN c2n22 SO n19 ST n21 SV a4n20 TL n19 TN n20 TR n6c16 UA n6c19 VA n18 VG a4n16 XK n16 YE a4n4c18
        """;

    private static readonly FrozenDictionary<string, string> ByCountry = Known.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .ToFrozenDictionary(line => line[0], line => "aann" + Spelled(line[1]));

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByCountry.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>One sign per place of the whole number; null for a country that has none.</summary>
    public static string? Of(ReadOnlySpan<char> country) => Lookup.TryGetValue(country, out var shape) ? shape : null;

    /// <summary>The countries' codes, for tests.</summary>
    public static IEnumerable<string> Countries => ByCountry.Keys;

    /// <summary><c>n2a1</c> → <c>nna</c>.</summary>
    private static string Spelled(string counted)
    {
        var spelled = "";
        for (var at = 0; at < counted.Length;)
        {
            var end = at + 1;
            while (end < counted.Length && char.IsAsciiDigit(counted[end]))
                end++;
            spelled += new string(counted[at], int.Parse(counted.AsSpan(at + 1, end - at - 1), CultureInfo.InvariantCulture));
            at = end;
        }
        return spelled;
    }
}
