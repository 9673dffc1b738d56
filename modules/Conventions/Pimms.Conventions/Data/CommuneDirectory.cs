using System.Text.RegularExpressions;

namespace Pimms.Conventions;

internal sealed partial class CommuneDirectory(ConventionsDbContext db) : ICommuneDirectory
{
    private const int Suggested = 5;

    public async Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string> codes, CancellationToken ct) =>
        codes.Count == 0 ? new Dictionary<string, string>()
            : await db.Communes.AsNoTracking().Where(commune => codes.Contains(commune.Code)).ToDictionaryAsync(commune => commune.Code, commune => commune.Name, ct);

    public async Task<IReadOnlyList<CommuneName>> Search(string beginning, int atMost, CancellationToken ct) =>
        CommuneSpelling.KeyOf(beginning) is { Length: > 0 } key ? await Beginning(key).Take(atMost).Select(commune => new CommuneName(commune.Code, commune.Name)).ToListAsync(ct) : [];

    public async Task<IReadOnlyDictionary<string, CommuneMatch>> Recognise(IReadOnlyCollection<string> typed, CancellationToken ct)
    {
        var (codes, keys) = (typed.ToDictionary(text => text, CodeIn), typed.Select(CommuneSpelling.KeyOf).ToHashSet());
        List<string?> wanted = [.. codes.Values];
        var known = await db.Communes.AsNoTracking().Where(commune => wanted.Contains(commune.Code) || keys.Contains(commune.SearchKey))
            .Select(commune => new { commune.Code, commune.Name, commune.SearchKey }).ToListAsync(ct);

        var matches = new Dictionary<string, CommuneMatch>();
        foreach (var (text, code) in codes)
        {
            CommuneName[] meant = [.. known.Where(commune => code is null ? commune.SearchKey == CommuneSpelling.KeyOf(text) : commune.Code == code).Select(commune => new CommuneName(commune.Code, commune.Name))];
            matches[text] = meant is [var only] ? new(only, []) : new(null, meant.Length > 0 ? meant : code is null ? await Search(text, Suggested, ct) : []);
        }
        return matches;
    }

    private IQueryable<KnownCommune> Beginning(string key)
    {
        var (code, word) = (key.ToUpperInvariant(), " " + key);
        return db.Communes.AsNoTracking()
            .Where(commune => commune.SearchKey.StartsWith(key) || commune.SearchKey.Contains(word) || commune.Code.StartsWith(code))
            .OrderByDescending(commune => commune.SearchKey.StartsWith(key)).ThenBy(commune => commune.SearchKey).ThenBy(commune => commune.Code);
    }

    /// <summary>The code alone, or in brackets at the end.</summary>
    private static string? CodeIn(string typed) =>
        typed.Trim().ToUpperInvariant() is var text && CommuneCode.Fits(text) ? text : InBrackets().Match(text) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex(@"\((\w{5})\)$")]
    private static partial Regex InBrackets();
}
