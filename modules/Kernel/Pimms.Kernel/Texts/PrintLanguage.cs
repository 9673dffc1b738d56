using System.Globalization;

namespace Pimms.Kernel;

/// <summary>
/// A language that papers are handed out in: more than the interface speaks. Their texts lie in <c>Texts.{code}.resx</c>, in families that are
/// whole in every language of <see cref="All"/>; <see cref="Texts.In"/> speaks them beside the page's own.
/// </summary>
/// <param name="Code">ISO 639-1, lower case: the page's <c>?language=</c> and the paper's <c>lang</c>.</param>
/// <param name="OwnName">As its speakers call it.</param>
/// <param name="Culture">How it writes dates and numbers: the Gregorian calendar.</param>
public sealed record PrintLanguage(string Code, string OwnName, CultureInfo Culture)
{
    /// <summary>All of them, French first.</summary>
    public static IReadOnlyList<PrintLanguage> All { get; } =
    [
        new("fr", "Français", TextResources.Neutral),
        new("en", "English", CultureInfo.GetCultureInfo("en")),
        // Of all Arabic-speaking countries', the months' names that are understood most widely.
        new("ar", "العربية", CultureInfo.GetCultureInfo("ar-EG")),
        new("tr", "Türkçe", CultureInfo.GetCultureInfo("tr")),
        new("es", "Español", CultureInfo.GetCultureInfo("es")),
    ];

    /// <summary>The language of that code, or French when it is none of ours.</summary>
    public static PrintLanguage Of(string? code) => All.FirstOrDefault(language => language.Code == code) ?? All[0];

    /// <summary>The paper's <c>dir</c>: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";
}
