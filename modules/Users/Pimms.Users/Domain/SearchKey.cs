namespace Pimms.Users;

/// <summary>Words as people type them when they search: without accents, in lower case.</summary>
internal static class SearchKey
{
    public static string Of(params IEnumerable<string> words) => Lower(string.Join(' ', words));

    /// <summary>Each word of what was typed; no more than a person would type.</summary>
    public static IReadOnlyList<string> Words(string? typed) =>
        [.. Lower(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(5)];

    private static string Lower(string text) => Plain.Letters(text).ToLowerInvariant();
}
