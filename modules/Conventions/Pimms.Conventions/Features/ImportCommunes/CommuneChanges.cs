namespace Pimms.Conventions;

/// <summary>What a file would change.</summary>
internal sealed record CommuneChanges(IReadOnlyList<CommuneName> Added, IReadOnlyList<RenamedCommune> Renamed, int Unchanged)
{
    public bool Any => Added.Count + Renamed.Count > 0;

    public static async Task<CommuneChanges> Of(CommuneImport import, ConventionsDbContext db, CancellationToken ct)
    {
        var known = await db.Communes.AsNoTracking().ToDictionaryAsync(commune => commune.Code, ct);
        var (added, renamed) = (new List<CommuneName>(), new List<RenamedCommune>());
        foreach (var commune in import.Communes)
        {
            if (!known.TryGetValue(commune.Code, out var before))
                added.Add(commune);
            // A list in capitals knows no accents: the same name spelt worse is no change.
            else if (before.Name != commune.Name && (before.SearchKey != CommuneSpelling.KeyOf(commune.Name) || Accents(commune.Name) > Accents(before.Name)))
                renamed.Add(new(before.Name, commune));
        }
        return new(added, renamed, import.Communes.Count - added.Count - renamed.Count);
    }

    private static int Accents(string name) => name.Count(sign => sign > 127);
}

internal sealed record RenamedCommune(string Before, CommuneName Now);
