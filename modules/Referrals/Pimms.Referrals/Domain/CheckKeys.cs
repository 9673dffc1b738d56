using System.Globalization;
using System.Numerics;

namespace Pimms.Referrals;

/// <summary>The keys that identifiers hold: a digit copied wrong is told before it is sent.</summary>
internal static class CheckKeys
{
    private static readonly int[] PostalWeights = [8, 6, 4, 2, 3, 5, 9, 7];

    /// <summary>Whether the key is right. What has not the shape of the kind never is.</summary>
    /// <param name="kind">Which key.</param>
    /// <param name="compact">Letters and digits only, in capitals.</param>
    public static bool Fits(this CheckKey kind, string compact) => kind switch
    {
        CheckKey.Luhn => compact.Length > 1 && compact.All(char.IsAsciiDigit) && (Luhn(compact) % 10 == 0 || IsOfficeOfThePost(compact)),
        CheckKey.Modulo97 => compact.Length > 2 && compact.All(char.IsAsciiDigit) && Number(compact[^2..]) == 97 - (Number(compact[..^2]) % 97),
        CheckKey.Modulo511 => compact.Length == 13 && compact.All(char.IsAsciiDigit) && Number(compact[10..]) == Number(compact[..10]) % 511,
        CheckKey.PostalItem => compact.Length == 13 && compact[..2].All(char.IsAsciiLetter) && compact[2..11].All(char.IsAsciiDigit) && compact[11..].All(char.IsAsciiLetter) && compact[10] - '0' == Postal(compact[2..10]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>La Poste has more establishments than its SIREN has numbers with that key: the statistics office lets the sum of their digits be a multiple of 5.</summary>
    private static bool IsOfficeOfThePost(string compact) => compact.Length == 14 && compact.StartsWith("356000000", StringComparison.Ordinal) && compact.Sum(digit => digit - '0') % 5 == 0;

    private static BigInteger Number(string digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Luhn(string digits) => digits.Reverse().Select((digit, place) => place % 2 == 0 ? digit - '0' : (digit - '0') * 2).Sum(value => value > 9 ? value - 9 : value);

    private static int Postal(string digits) => (11 - (digits.Zip(PostalWeights, (digit, weight) => (digit - '0') * weight).Sum() % 11)) switch
    {
        10 => 0,
        11 => 5,
        var key => key,
    };
}
