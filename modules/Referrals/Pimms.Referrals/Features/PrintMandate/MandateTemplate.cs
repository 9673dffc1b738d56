using System.Security.Cryptography;
using System.Text;

namespace Pimms.Referrals;

/// <summary>The words of the mandate that people sign: a consent keeps which ones they were.</summary>
internal sealed class MandateTemplate(Texts texts)
{
    /// <summary>One more whenever a word of it changes, in any language; a test holds it to that.</summary>
    public const int Version = 2;

    private const string Family = "Mandate.";

    /// <summary>SHA-256 of every text of it in every language, in hexadecimal.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(
        from language in PrintLanguage.All
        let spoken = texts.In(language)
        from key in texts.Keys(language.Culture).Where(key => key.StartsWith(Family, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        select $"{language.Code}\n{key}\n{spoken[key]}\n"))));

    /// <summary>Enough of it to compare by eye, as it stands on the paper.</summary>
    public string ShortHash => Hash[..12];
}
