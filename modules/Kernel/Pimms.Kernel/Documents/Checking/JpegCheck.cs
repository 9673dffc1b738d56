using System.Buffers.Binary;

namespace Pimms.Kernel;

/// <summary>
/// Walks a JPEG from its first marker to its last and writes it anew with what a picture needs: tables, frames, scans, and which way up it
/// is. Where, when and with what it was taken stays out (EXIF, GPS, XMP, IPTC, comments, thumbnails, further pictures behind it).
/// </summary>
internal static class JpegCheck
{
    private const int MostScans = 100;

    public static byte[] Strip(ReadOnlySpan<byte> jpeg)
    {
        using var kept = new MemoryStream(jpeg.Length);
        var end = Walk(jpeg, kept);
        // Cameras put smaller or brighter versions behind the picture: pictures they must be, and they are left out.
        for (var more = 0; end < jpeg.Length; more++)
        {
            if (more == 4 || !jpeg[end..].StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
                throw new UnfitDocumentException(DocumentRefusal.Broken);
            end += Walk(jpeg[end..], Stream.Null);
        }
        return kept.ToArray();
    }

    /// <returns>Where the picture ends.</returns>
    private static int Walk(ReadOnlySpan<byte> jpeg, Stream kept)
    {
        kept.Write(jpeg[..2]);
        var (at, scans, frames, oriented) = (2, 0, 0, false);
        while (true)
        {
            var marker = Marker(jpeg, ref at);
            if (marker == 0xD9)
            {
                kept.Write([0xFF, 0xD9]);
                return frames == 1 && scans > 0 ? at : throw new UnfitDocumentException(DocumentRefusal.Broken);
            }
            var body = Segment(jpeg, ref at);
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    CheckFrame(body);
                    frames++;
                    Write(kept, marker, body);
                    break;
                case 0xC4 or 0xDB or 0xDD:
                    Write(kept, marker, body);
                    break;
                case 0xDA:
                    if (frames != 1 || ++scans > MostScans)
                        throw new UnfitDocumentException(frames == 1 ? DocumentRefusal.Bomb : DocumentRefusal.Broken);
                    Write(kept, marker, body);
                    var from = at;
                    SkipScan(jpeg, ref at);
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

    /// <summary>Up to the next marker that is neither a stuffed byte nor a restart.</summary>
    private static void SkipScan(ReadOnlySpan<byte> jpeg, ref int at)
    {
        while (true)
        {
            var next = jpeg[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= jpeg.Length)
                throw new UnfitDocumentException(DocumentRefusal.Broken);
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
