namespace Pimms.Kernel;

/// <summary>One thing to choose from in a <c>field</c>.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Label">What the person reads.</param>
/// <param name="Hint">A line below it; shown for radios and checkboxes.</param>
public sealed record Choice(string Value, string Label, string? Hint = null)
{
    /// <summary>A thing that is known by its id.</summary>
    public Choice(Guid id, string label, string? hint = null) : this(id.ToString(), label, hint)
    {
    }

    /// <summary>The values of an enum, in its own order, in words.</summary>
    public static IReadOnlyList<Choice> Of<TEnum>(Texts texts) where TEnum : struct, Enum => Of(typeof(TEnum), texts);

    internal static IReadOnlyList<Choice> Of(Type type, Texts texts) =>
        [.. Enum.GetValues(type).Cast<Enum>().Select(value => new Choice(value.ToString(), texts.Of(value), HintOf($"{type.Name}.{value}.Hint", texts)))];

    private static string? HintOf(string key, Texts texts) => texts.Has(key) ? texts[key] : null;
}
