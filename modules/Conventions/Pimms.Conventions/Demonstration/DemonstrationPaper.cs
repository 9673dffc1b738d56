using System.Globalization;
using System.Text;

namespace Pimms.Conventions;

/// <summary>A signed convention of the demonstration as a PDF of one page: so that there is one to open.</summary>
internal static class DemonstrationPaper
{
    public static byte[] Of(DemonstrationAgreement agreed)
    {
        string[] lines =
        [
            agreed.Title, $"Référence {agreed.Reference}", "", "Document de démonstration : aucune valeur juridique.", "",
            $"Signée le {agreed.SignedOn.ToString("d", CultureInfo.GetCultureInfo("fr-FR"))} par :", .. agreed.Signatories.Select(one => $"{one.Name}, {one.Capacity}"),
        ];
        var text = new StringBuilder("BT /F1 12 Tf 56 780 Td 18 TL\n");
        foreach (var line in lines)
            text.Append(CultureInfo.InvariantCulture, $"({Escaped(line)}) Tj T*\n");
        text.Append("ET");
        return Written(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {text.Length}>>\nstream\n{text}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    }

    /// <summary>The objects, numbered from 1, and the table of where each begins.</summary>
    private static byte[] Written(params string[] objects)
    {
        var (file, begins) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (number, one) in objects.Index())
        {
            begins.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{one}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var begin in begins)
            file.Append(CultureInfo.InvariantCulture, $"{begin:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>One byte a character, so that lengths are counted in characters.</summary>
    private static string Escaped(string line) => line.Replace('’', '\'').Replace("«", "\"", StringComparison.Ordinal).Replace("»", "\"", StringComparison.Ordinal)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
