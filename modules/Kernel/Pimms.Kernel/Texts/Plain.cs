using System.Globalization;
using System.Text;

namespace Pimms.Kernel;

/// <summary>Words without their accents, for comparing what people type.</summary>
public static class Plain
{
    /// <summary>The letters as they are without accents and other marks: <c>Nîmes</c> → <c>Nimes</c>, <c>Cœur</c> → <c>Coeur</c>. Case and everything else stay.</summary>
    public static string Letters(string text) => string.Concat(text
        .Replace("œ", "oe", StringComparison.Ordinal).Replace("Œ", "OE", StringComparison.Ordinal)
        .Normalize(NormalizationForm.FormD).Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark));
}
