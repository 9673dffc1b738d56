using System.Globalization;
using System.Text;
using QRCoder;

namespace Pimms.Referrals;

/// <summary>A QR code as the outline of an SVG path: no style, no image, sharp at any size.</summary>
/// <param name="Size">Modules on each side, the quiet zone included.</param>
/// <param name="Path">The dark modules, a run of each row at a time.</param>
internal sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (data.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var start = x;
                while (x < rows[y].Count && rows[y][x])
                    x++;
                if (x > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }
        return new(rows.Count, path.ToString());
    }
}
