using System.Text;

namespace Pimms.Partners;

/// <summary>Gives a question a name that programs can use, when its writer has other worries: <c>Montant dû</c> → <c>montantDu</c>.</summary>
internal static class FieldKey
{
    private const int Longest = 34;

    /// <summary>The same questions, each with a name of its own where it had none.</summary>
    public static IReadOnlyList<FieldDraft> Complete(IReadOnlyList<FieldDraft> fields)
    {
        var taken = fields.Select(field => field.Key.Trim()).Where(key => key.Length > 0).ToHashSet();
        return [.. fields.Select(field => string.IsNullOrWhiteSpace(field.Key) && !string.IsNullOrWhiteSpace(field.Label) ? field with { Key = Free(From(field.Label), taken) } : field)];
    }

    /// <summary>camelCase without accents, 34 characters at most.</summary>
    public static string From(string label)
    {
        var key = new StringBuilder();
        var newWord = false;
        foreach (var letter in Plain.Letters(label))
        {
            if (char.IsAsciiLetterOrDigit(letter) && key.Length < Longest)
                key.Append(newWord && key.Length > 0 ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter));
            newWord = !char.IsAsciiLetterOrDigit(letter);
        }
        return key.Length > 0 && char.IsAsciiLetter(key[0]) ? key.ToString() : $"answer{key}";
    }

    private static string Free(string key, HashSet<string> taken)
    {
        var free = key;
        for (var number = 2; !taken.Add(free); number++)
            free = $"{key}{number}";
        return free;
    }
}
