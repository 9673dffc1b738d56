using System.Buffers.Binary;

namespace Pimms.Kernel;

/// <summary>
/// Walks a JPEG from its first marker to its last and writes it anew with what a picture needs: tables, frames, scans, and which way up it
/// is. Where, when and with what it was taken stays out (EXIF, GPS, XMP, IPTC, comments, thumbnails), and so does whatever a maker put
/// behind the picture (smaller pictures, a film, notes of its own). An end mark that a program forgot is written.
/// </summary>
internal static class JpegCheck
{
    private const int MostScans = 100;

    public static byte[] Strip(ReadOnlySpan<byte> jpeg)
    {
        using var kept = new MemoryStream(jpeg.Length);
        var end = Walk(jpeg, kept);
        Foreign.RefuseBehind(jpeg[end..]);
        return kept.ToArray();
    }

    /// <returns>Where the picture ends.</returns>
    private static int Walk(ReadOnlySpan<byte> jpeg, MemoryStream kept)
    {
        kept.Write(jpeg[..2]);
        var scan = new JpegScan();
        var (at, scans, frames, oriented) = (2, 0, 0, false);
        while (true)
        {
            // Behind a scan, what is no marker at all is where a program forgot the mark of the end.
            var forgotten = scans > 0 && !IsMarker(jpeg, at);
            var marker = forgotten ? 0xD9 : Marker(jpeg, ref at);
            if (marker == 0xD9)
            {
                if (frames != 1 || scans == 0 || (forgotten && !scan.IsWhole()))
                    throw new UnfitDocumentException(DocumentRefusal.Broken);
                if (forgotten)
                    kept.SetLength(kept.Length - scan.Behind);
                kept.Write([0xFF, 0xD9]);
                return at;
            }
            var body = Segment(jpeg, ref at);
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    CheckFrame(body);
                    scan.Frame(marker, body);
                    frames++;
                    Write(kept, marker, body);
                    break;
                case 0xC4 or 0xDB or 0xDD:
                    scan.Table(marker, body);
                    Write(kept, marker, body);
                    break;
                case 0xDA:
                    if (frames != 1 || ++scans > MostScans)
                        throw new UnfitDocumentException(frames == 1 ? DocumentRefusal.Bomb : DocumentRefusal.Broken);
                    Write(kept, marker, body);
                    var from = at;
                    SkipScan(jpeg, ref at);
                    scan.Coded(body, jpeg[from..at].ToArray());
                    kept.Write(jpeg[from..at]);
                    break;
                case 0xE0 when body.StartsWith("JFIF\0"u8) && body.Length >= 14:
                    // Without its thumbnail.
                    Write(kept, marker, [.. body[..12], 0, 0]);
                    break;
                case 0xEE when body.StartsWith("Adobe"u8) && body.Length >= 12:
                    Write(kept, marker, body[..12]);
                    break;
                case 0xE1 when !oriented && ExifOrientation.Of(body) is > 1 and var way:
                    oriented = true;
                    Write(kept, marker, ExifOrientation.Only(way));
                    break;
                case (>= 0xE0 and <= 0xEF) or 0xFE:
                    break;
                default:
                    throw new UnfitDocumentException(DocumentRefusal.Broken);
            }
        }
    }

    private static bool IsMarker(ReadOnlySpan<byte> jpeg, int at)
    {
        while (at + 1 < jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] == 0xFF)
            at++;
        return at + 1 < jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] is >= 0xC0 and < 0xFF;
    }

    private static int Marker(ReadOnlySpan<byte> jpeg, ref int at)
    {
        if (at >= jpeg.Length || jpeg[at] != 0xFF)
            throw new UnfitDocumentException(DocumentRefusal.Broken);
        // Any number of 0xFF may stand before a marker.
        while (at < jpeg.Length && jpeg[at] == 0xFF)
            at++;
        return at < jpeg.Length ? jpeg[at++] : throw new UnfitDocumentException(DocumentRefusal.Broken);
    }

    private static ReadOnlySpan<byte> Segment(ReadOnlySpan<byte> jpeg, ref int at)
    {
        var length = at + 2 <= jpeg.Length ? BinaryPrimitives.ReadUInt16BigEndian(jpeg[at..]) : 0;
        if (length < 2 || at + length > jpeg.Length)
            throw new UnfitDocumentException(DocumentRefusal.Broken);
        var body = jpeg.Slice(at + 2, length - 2);
        at += length;
        return body;
    }

    private static void CheckFrame(ReadOnlySpan<byte> body)
    {
        if (body.Length < 6 || body.Length != 6 + (3 * body[5]) || body[5] is not (1 or 3 or 4))
            throw new UnfitDocumentException(DocumentRefusal.Broken);
        Picture.CheckSize(BinaryPrimitives.ReadUInt16BigEndian(body[3..]), BinaryPrimitives.ReadUInt16BigEndian(body[1..]));
    }

    /// <summary>Up to the next marker that is neither a stuffed byte nor a restart, or to the end of the file.</summary>
    private static void SkipScan(ReadOnlySpan<byte> jpeg, ref int at)
    {
        while (true)
        {
            var next = jpeg[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= jpeg.Length)
            {
                at = next < 0 ? jpeg.Length : at + next;
                return;
            }
            at += next;
            if (jpeg[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
                return;
            at += 2;
        }
    }

    private static void Write(Stream kept, int marker, ReadOnlySpan<byte> body)
    {
        kept.Write([0xFF, (byte)marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2)]);
        kept.Write(body);
    }
}
