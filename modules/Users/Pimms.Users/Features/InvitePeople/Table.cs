using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Pimms.Users;

/// <summary>A table as text: pasted from a spreadsheet (tabs) or saved from one (semicolons or commas).</summary>
internal static class Table
{
    private const int Columns = 6;

    /// <summary>The rows that hold something, each with six cells; what is missing is empty.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(string text)
    {
        // Spreadsheets begin a saved file with a mark of its encoding.
        text = text.TrimStart('\ufeff');
        var first = text.AsSpan().TrimStart();
        first = first[..(first.IndexOfAny('\r', '\n') is >= 0 and var end ? end : first.Length)];
        var separator = first.Contains('\t') ? "\t" : first.Contains(';') ? ";" : ",";
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator, TrimOptions = TrimOptions.Trim, BadDataFound = null });
        while (csv.Read())
            if (csv.Record is { } cells && cells.Any(cell => Typed.Line(cell).Length > 0))
                yield return [.. cells.Select(Typed.Line).Concat(Enumerable.Repeat("", Columns)).Take(Math.Max(Columns, cells.Length))];
    }
}
