namespace Pimms.Partners;

/// <summary>One procedure of the catalogue, to begin a unit's own with.</summary>
/// <param name="Name">As it stands in addresses: <c>energy.payment-plan</c>.</param>
internal sealed record CatalogueEntry(string Name, CatalogueTheme Theme, FormDocument Document)
{
    /// <summary>Whether every word of what is looked for stands somewhere in it, accents and case aside.</summary>
    public bool Answers(string? wanted) => Words(wanted).All(Searched.Contains);

    private string Searched { get; } = string.Join(' ', Words($"{Document.Title} {Document.Description} {string.Join(' ', Document.Fields.Select(field => field.Label))}"));

    private static string[] Words(string? text) => Plain.Letters(text ?? "").ToLowerInvariant().Split([' ', '’', '\'', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The procedures that come with the product: one file each, <c>Catalogue/{theme}.{name}.json</c>, in the format that forms are exported in.</summary>
internal static class FormCatalogue
{
    private const string Prefix = "Pimms.Partners.Catalogue.";
    private static readonly Lazy<IReadOnlyList<CatalogueEntry>> Read = new(() =>
    [
        .. typeof(FormCatalogue).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(ReadOne)
            .OrderBy(entry => entry.Theme).ThenBy(entry => entry.Document.Title, StringComparer.InvariantCulture),
    ]);

    /// <summary>By theme, then by title.</summary>
    public static IReadOnlyList<CatalogueEntry> All => Read.Value;

    public static CatalogueEntry? Find(string name) => All.FirstOrDefault(entry => entry.Name == name);

    private static CatalogueEntry ReadOne(string resource)
    {
        using var reader = new StreamReader(typeof(FormCatalogue).Assembly.GetManifestResourceStream(resource)!);
        var name = resource[Prefix.Length..^".json".Length];
        return new(name, Enum.Parse<CatalogueTheme>(name.Split('.')[0], ignoreCase: true), SchemaReader.Read(reader.ReadToEnd()));
    }
}
