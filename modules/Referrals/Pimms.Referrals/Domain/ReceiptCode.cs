using System.Security.Cryptography;
using System.Text;

namespace Pimms.Referrals;

/// <summary>The code on a receipt: twelve signs that nobody takes for another, 58 bits, in groups of four.</summary>
internal static class ReceiptCode
{
    /// <summary>Without 0 and O, 1, I and L, and U, which is read as V.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public const int Length = 12;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As it is kept: what is typed with spaces, hyphens and small letters is the same code.</summary>
    public static byte[] Hash(string? typed) => SHA256.HashData(Encoding.UTF8.GetBytes("pimms receipt " + Plain(typed)));

    /// <summary>As it is printed and read out: <c>7KQM-29XF-PDRT</c>.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    private static string Plain(string? typed) => string.Concat((typed ?? "").Where(char.IsLetterOrDigit).Take(100)).ToUpperInvariant();
}
