namespace Pimms.UnitTests;

/// <summary>A file of the house, as people wrote it.</summary>
/// <param name="Path">From the root, with slashes.</param>
internal sealed record SourceFile(string Path)
{
    private static readonly string[] NotWritten = ["/bin/", "/obj/", "/node_modules/", "/wwwroot/", "/.data/"];

    public string Text { get; } = File.ReadAllText(System.IO.Path.Combine(Sources.Root, Path));

    public IEnumerable<string> Lines => Text.TrimEnd('\n').Split('\n');

    public string Name => System.IO.Path.GetFileName(Path);

    public bool IsMigration => Path.Contains("/Migrations/", StringComparison.Ordinal);

    /// <summary>The project it belongs to: <c>Pimms.Referrals</c>.</summary>
    public string Project => Path.Split('/').First(part => part.StartsWith("Pimms.", StringComparison.Ordinal));

    /// <summary>The files below these folders whose names end so.</summary>
    public static IReadOnlyList<SourceFile> Below(string[] folders, params string[] endings) =>
    [
        .. folders.SelectMany(folder => Directory.EnumerateFiles(System.IO.Path.Combine(Sources.Root, folder), "*", SearchOption.AllDirectories))
            .Select(file => System.IO.Path.GetRelativePath(Sources.Root, file).Replace('\\', '/'))
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)) && !NotWritten.Any(part => file.Contains(part, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal).Select(file => new SourceFile(file)),
    ];

    /// <summary>The code of the product: modules and host.</summary>
    public static IReadOnlyList<SourceFile> Code { get; } = Below(["modules", "host"], ".cs");

    public static IReadOnlyList<SourceFile> Pages { get; } = Below(["modules", "host"], ".cshtml");
}
