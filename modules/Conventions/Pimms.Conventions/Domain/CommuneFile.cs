using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Pimms.Conventions;

/// <summary>A list of communes as INSEE (<c>COM</c>, <c>LIBELLE</c>) or La Poste (<c>Code_commune_INSEE</c>, <c>Nom_de_la_commune</c>) publish it.</summary>
/// <param name="Communes">One per code, in the file's order.</param>
/// <param name="Refused">The lines that were not understood.</param>
internal sealed record CommuneFile(IReadOnlyList<CommuneName> Communes, IReadOnlyList<RefusedLine> Refused)
{
    private static readonly string[] CodeColumns = ["com", "codecommuneinsee", "codeinsee", "codecommune", "code"];
    private static readonly string[] NameColumns = ["libelle", "nomdelacommune", "nomcommune", "nccenr", "nom"];

    /// <summary>Reads it; null when its first line does not name a column of codes and one of names.</summary>
    public static CommuneFile? Read(byte[] content)
    {
        var text = Decode(content);
        using var reader = new StringReader(text);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = text.AsSpan(0, Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal))).Contains(';') ? ";" : ",",
            BadDataFound = null,
            MissingFieldFound = null,
        });
        if (!csv.Read() || !csv.ReadHeader())
            return null;
        string[] columns = [.. csv.HeaderRecord!.Select(column => string.Concat(Plain.Letters(column).ToLowerInvariant().Where(char.IsLetter)))];
        var (code, name, type) = (First(columns, CodeColumns), First(columns, NameColumns), Array.IndexOf(columns, "typecom"));
        return code < 0 || name < 0 ? null : Read(csv, code, name, type);
    }

    private static CommuneFile Read(CsvReader csv, int code, int name, int type)
    {
        var (known, refused) = (new Dictionary<string, CommuneName>(), new List<RefusedLine>());
        while (csv.Read())
        {
            // INSEE's list also has what is no commune of its own: delegated and associated ones.
            if (type >= 0 && csv.GetField(type) is not ("COM" or "ARM"))
                continue;
            var found = new CommuneName((csv.GetField(code) ?? "").Trim().ToUpperInvariant(), CommuneSpelling.Written((csv.GetField(name) ?? "").Trim()));
            if (Wrong(found, known) is { } reason)
                refused.Add(new(csv.Parser.RawRow, reason, found.Code, found.Name));
            else
                known.TryAdd(found.Code, found);
        }
        return new([.. known.Values], refused);
    }

    /// <summary>La Poste's list names a commune once per postal code: the same again is no mistake.</summary>
    private static LineRefusal? Wrong(CommuneName found, Dictionary<string, CommuneName> known) =>
        !CommuneCode.Fits(found.Code) ? LineRefusal.NotACode
        : found.Name.Length is 0 or > Lengths.Title ? LineRefusal.NoName
        : known.TryGetValue(found.Code, out var before) && CommuneSpelling.KeyOf(before.Name) != CommuneSpelling.KeyOf(found.Name) ? LineRefusal.OtherName
        : null;

    private static int First(string[] columns, string[] names) => names.Select(name => Array.IndexOf(columns, name)).FirstOrDefault(at => at >= 0, -1);

    /// <summary>UTF-8, or what older files are written in.</summary>
    private static string Decode(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }
}

/// <summary>A line that was not understood, and what stands in it.</summary>
internal sealed record RefusedLine(int Line, LineRefusal Reason, string Code, string Name);

internal enum LineRefusal
{
    NotACode,
    NoName,

    /// <summary>The code stood further up, with another name.</summary>
    OtherName,
}
