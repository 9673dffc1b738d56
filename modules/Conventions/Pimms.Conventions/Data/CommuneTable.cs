using Microsoft.EntityFrameworkCore.Migrations;
using static Pimms.Kernel.RowSecurity;

namespace Pimms.Conventions;

/// <summary>
/// The communes that can be named: read by whoever is signed in, changed by administrators. The product ships those of the Gard
/// (<c>gard.csv</c>: INSEE's Code officiel géographique 2026 as in @etalab/decoupage-administratif 6.0.0, Licence Ouverte 2.0).
/// </summary>
internal static class CommuneTable
{
    public static void Protect(MigrationBuilder migration)
    {
        migration.ProtectRows("conventions.communes", SignedIn, change: Administrator);
        migration.ProtectRows("conventions.commune_imports", PersonIsMe("person_id"), change: $"{Administrator} and {PersonIsMe("person_id")}");
    }

    /// <summary>Inserts what the product ships.</summary>
    public static void Ship(MigrationBuilder migration)
    {
        using var file = typeof(CommuneTable).Assembly.GetManifestResourceStream("Pimms.Conventions.Data.gard.csv")!;
        using var content = new MemoryStream();
        file.CopyTo(content);
        var rows = CommuneFile.Read(content.ToArray())!.Communes.Select(commune =>
            $"('{commune.Code}', '{Quoted(commune.Name)}', '{CommuneSpelling.KeyOf(commune.Name)}')");
        migration.Sql($"insert into conventions.communes (code, name, search_key) values {string.Join(", ", rows)}");
    }

    /// <summary>Adds those that are new and renames those that are called otherwise now.</summary>
    public static Task<int> Take(this ConventionsDbContext db, IReadOnlyCollection<CommuneName> communes, CancellationToken ct)
    {
        string[] codes = [.. communes.Select(commune => commune.Code)], names = [.. communes.Select(commune => commune.Name)], keys = [.. names.Select(CommuneSpelling.KeyOf)];
        return db.Database.ExecuteSqlAsync($"""
            insert into conventions.communes (code, name, search_key) select * from unnest({codes}, {names}, {keys})
            on conflict (code) do update set name = excluded.name, search_key = excluded.search_key
            """, ct);
    }

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
