using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Pimms.Kernel;

/// <summary>
/// Every text the product shows, in the language of the current request (<see cref="CultureInfo.CurrentUICulture"/>).
/// All modules' <c>Texts.resx</c> are read once at start; a key belongs to exactly one of them.
/// </summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, CompositeFormat>> cultures;
    private readonly FrozenDictionary<string, CompositeFormat> neutral;
    private readonly PrintLanguage? printed;

    internal Texts(FrozenDictionary<string, FrozenDictionary<string, CompositeFormat>> cultures, PrintLanguage? printed = null)
    {
        this.cultures = cultures;
        this.printed = printed;
        neutral = cultures[TextResources.Neutral.Name];
    }

    /// <summary>The same texts in the language of a paper, whatever the page around it speaks.</summary>
    public Texts In(PrintLanguage language) => new(cultures, language);

    /// <summary>The text, its places filled. A key that no language knows shows as <c>[key]</c>; one that is not translated, in French.</summary>
    public string this[string key, params ReadOnlySpan<object?> args] =>
        Find(key) is not { } text ? $"[{key}]" : args.Length == 0 ? text.Format : string.Format(Culture, text, args);

    /// <summary>The language of the request, or French when it has none of ours.</summary>
    public static CultureInfo Language
    {
        get
        {
            // Asked for at every word of a page: most often it is one of ours already.
            var current = CultureInfo.CurrentUICulture;
            foreach (var known in TextResources.Languages)
            {
                if (ReferenceEquals(known, current))
                    return known;
            }
            var spoken = current.TwoLetterISOLanguageName;
            foreach (var known in TextResources.Languages)
            {
                if (known.Name == spoken)
                    return known;
            }
            return TextResources.Neutral;
        }
    }

    /// <summary>How these texts write dates and numbers: the paper's language, or the request's.</summary>
    public CultureInfo Culture => printed?.Culture ?? Language;

    private string Spoken => printed?.Code ?? Language.Name;

    /// <summary>A day as it stands on a paper: "1er mars 2026".</summary>
    public string PaperDay(DateOnly day) => this["Paper.Day", day, day.Day == 1 ? this["Paper.First"] : day.Day];

    /// <summary>Says how many: <c>{key}.None</c> (optional) for 0, <c>{key}.One</c> or <c>{key}.Many</c>. In French, 0 and 1 are singular.</summary>
    /// <param name="key">The common part of the keys.</param>
    /// <param name="n">How many; it is <c>{0}</c> in the text.</param>
    /// <param name="more"><c>{1}</c> and following.</param>
    public string Count(string key, long n, params ReadOnlySpan<object?> more)
    {
        var one = Spoken == "fr" ? n is 0 or 1 or -1 : n is 1 or -1;
        var form = n == 0 && Has($"{key}.None") ? "None" : one ? "One" : "Many";
        return this[$"{key}.{form}", [n, .. more]];
    }

    /// <summary>The words for an enum's value: the text <c>{type}.{value}</c>.</summary>
    public string Of(Enum value) => this[$"{value.GetType().Name}.{value}"];

    /// <summary>A message that is either a text key, or already in words (a framework's, or one localised before).</summary>
    public string Say(string message, params ReadOnlySpan<object?> args) => Has(message) ? this[message, args] : message;

    /// <summary>An amount: <c>412,80 €</c>; without cents when there are none.</summary>
    public string Euros(decimal amount) => this["Amount.Euros", amount.ToString(decimal.IsInteger(amount) ? "#,0" : "#,0.00", Culture)];

    /// <summary>How much room a file takes: <c>340 ko</c>, <c>1,2 Mo</c>.</summary>
    public string Size(long bytes) => bytes < 1_000_000 ? this["Size.Kilo", Math.Max(1, bytes / 1000)] : this["Size.Mega", (bytes / 1_000_000m).ToString("0.#", Culture)];

    /// <summary>Whether the key has a text, in the current language or in French.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>The keys that a language knows by itself, for tests.</summary>
    public IEnumerable<string> Keys(CultureInfo culture) => cultures[culture.TwoLetterISOLanguageName].Keys;

    private CompositeFormat? Find(string key) =>
        cultures[Spoken].TryGetValue(key, out var text) ? text : neutral.GetValueOrDefault(key);
}
