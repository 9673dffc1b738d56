namespace Pimms.Kernel;

/// <summary>A name, its escapes undone.</summary>
internal sealed record PdfName(string Text);

/// <summary>A reference to an object.</summary>
internal sealed record PdfReference(int Number);

/// <summary>A text or byte string, as Latin-1.</summary>
internal sealed record PdfText(string Text)
{
    public byte[] Bytes => System.Text.Encoding.Latin1.GetBytes(Text);
}

/// <summary>A word that is none of the others: <c>obj</c>, <c>stream</c>, <c>xref</c>.</summary>
internal sealed record PdfWord(string Text);

/// <summary>A dictionary; the same key twice is kept twice, since readers differ in which they take.</summary>
internal sealed class PdfDictionary(IReadOnlyList<(string Key, object? Value)> entries)
{
    public IReadOnlyList<(string Key, object? Value)> Entries => entries;

    public object? this[string key] => entries.LastOrDefault(entry => entry.Key == key).Value;

    public bool Has(string key) => entries.Any(entry => entry.Key == key);

    public bool Is(string key, string name) => entries.Any(entry => entry.Key == key && entry.Value is PdfName value && value.Text == name);

    public int? Number(string key) => this[key] is double number and >= 0 and <= int.MaxValue ? (int)number : null;
}
