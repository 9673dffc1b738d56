using System.Collections;
using System.Globalization;

namespace Pimms.Kernel;

/// <summary>All that is known of a field before it is written.</summary>
internal sealed record Field
{
    public required string Name { get; init; }

    public required string Id { get; init; }

    public required string As { get; init; }

    public required string Label { get; init; }

    public string? Hint { get; init; }

    public string? Error { get; init; }

    public required IReadOnlyList<string> Values { get; init; }

    public required IReadOnlyList<Choice> Options { get; init; }

    public int Rows { get; init; }

    public string? Width { get; init; }

    public bool Optional { get; init; }

    public bool Quiet { get; init; }

    public string? Suggestions { get; init; }

    public string Value => Values.Count > 0 ? Values[0] : "";

    public bool IsGroup => As is "radios" or "checkboxes";

    public bool IsChosen(Choice choice) => Values.Contains(choice.Value, StringComparer.OrdinalIgnoreCase);
}

internal static class FieldKinds
{
    private const int ScannableAtOnce = 8;

    public static string Guess(Type type, int options) =>
        type == typeof(bool) ? "checkbox"
        : typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(string) ? "checkboxes"
        : type == typeof(DateOnly) ? "date"
        : type == typeof(decimal) ? "money"
        : type == typeof(int) || type == typeof(long) ? "number"
        : options == 0 ? "text"
        : options <= ScannableAtOnce ? "radios" : "select";

    /// <summary>A value as its control understands it: dates as browsers write them, amounts as people do.</summary>
    public static IEnumerable<string> Written(object? value) => value switch
    {
        null => [],
        string text => [text],
        DateOnly day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        decimal amount => [amount.ToString(decimal.IsInteger(amount) ? "0" : "0.00", Texts.Language)],
        bool yes => [yes ? "true" : "false"],
        IEnumerable many => many.Cast<object?>().SelectMany(Written),
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""],
    };
}
