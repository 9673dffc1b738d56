namespace Pimms.Conventions;

/// <summary>The communes of a convention as people write them: names or codes, one per line or with commas between; and back.</summary>
internal static class Territory
{
    /// <summary>Where a field of a territory is completed from.</summary>
    public const string Suggestions = "/communes?handler=Suggestions&q=";

    /// <summary>The codes, each once and in their order; or the refusal at the field, of what is no commune or may be several.</summary>
    /// <param name="communes">Who knows them.</param>
    /// <param name="texts">What was typed.</param>
    /// <param name="field">The field's path in the command.</param>
    /// <param name="ct">Cancels the read.</param>
    public static async Task<Result<string[]>> Read(ICommuneDirectory communes, IEnumerable<string?> texts, string field, CancellationToken ct)
    {
        string[] written = [.. Pieces(texts).Distinct()];
        var matches = await communes.Recognise(written, ct);
        FieldError[] errors =
        [
            .. from text in written
               let match = matches[text]
               where match.Found is null
               select match.Candidates.Count == 0
                   ? new FieldError(field, "Convention.UnknownCommune", [text])
                   : new FieldError(field, "Convention.WhichCommune", [text, string.Join(", ", match.Candidates.Select(candidate => candidate.Written))]),
        ];
        return errors.Length > 0 ? new Refusal(RefusalTypes.Validation, [.. errors]) : written.Select(text => matches[text].Found!.Code).Distinct().Order(StringComparer.Ordinal).ToArray();
    }

    /// <summary>As the field shows it: one per line.</summary>
    public static async Task<string> Write(ICommuneDirectory communes, IReadOnlyCollection<string> codes, CancellationToken ct) => string.Join('\n', await Names(communes, codes, written: true, ct));

    /// <summary>By name; a code that nobody knows stays as it is.</summary>
    public static async Task<IReadOnlyList<string>> Names(ICommuneDirectory communes, IReadOnlyCollection<string> codes, bool written, CancellationToken ct)
    {
        var names = await communes.Names(codes, ct);
        return [.. codes.Select(code => names.TryGetValue(code, out var name) ? written ? new CommuneName(code, name).Written : name : code).Order(StringComparer.Create(TextResources.Neutral, ignoreCase: true))];
    }

    /// <summary>Codes alone may also stand with nothing but spaces between them.</summary>
    private static IEnumerable<string> Pieces(IEnumerable<string?> texts) =>
        from text in texts
        from piece in (text ?? "").Split((char[])[',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let words = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from one in words.All(word => CommuneCode.Fits(word.ToUpperInvariant())) ? words : [piece]
        select one;
}
