using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Pimms.Kernel;

/// <summary>
/// Walks a PNG chunk by chunk to its end, checks each chunk's sum and that the picture unpacks to exactly its size, and writes it anew with
/// what a picture needs: texts, times, profiles, EXIF, whatever is unknown and whatever follows its end stay out.
/// </summary>
internal static class PngCheck
{
    private const long MostRaw = 480_000_000;
    private static readonly HashSet<string> Kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"];

    public static byte[] Strip(ReadOnlySpan<byte> png)
    {
        using var kept = new MemoryStream(png.Length);
        using var packed = new MemoryStream(png.Length);
        kept.Write(png[..8]);
        long raw = 0;
        var at = 8;
        for (var type = ""; type != "IEND";)
        {
            var chunk = Chunk(png, ref at);
            type = Encoding.ASCII.GetString(chunk[4..8]);
            var body = chunk[8..^4];
            if (raw == 0 != (type == "IHDR"))
                throw new UnfitDocumentException(DocumentRefusal.Broken);
            if (type == "IHDR")
                raw = RawSize(body);
            else if (type == "IDAT")
                packed.Write(body);
            else if (char.IsUpper(type[0]) && !Kept.Contains(type))
                throw new UnfitDocumentException(DocumentRefusal.Broken);
            if (Kept.Contains(type))
                kept.Write(chunk);
        }
        Foreign.RefuseBehind(png[at..]);
        CheckUnpacked(packed, raw);
        return kept.ToArray();
    }

    /// <summary>Length, type, body and sum.</summary>
    private static ReadOnlySpan<byte> Chunk(ReadOnlySpan<byte> png, ref int at)
    {
        var length = at + 12 <= png.Length ? BinaryPrimitives.ReadUInt32BigEndian(png[at..]) : uint.MaxValue;
        if (length > png.Length - at - 12)
            throw new UnfitDocumentException(DocumentRefusal.Broken);
        var chunk = png.Slice(at, (int)length + 12);
        if (Crc32.Of(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]))
            throw new UnfitDocumentException(DocumentRefusal.Broken);
        at += chunk.Length;
        return chunk;
    }

    /// <summary>The bytes of the unpacked rows, each behind its filter's number.</summary>
    private static long RawSize(ReadOnlySpan<byte> header)
    {
        if (header.Length != 13)
            throw new UnfitDocumentException(DocumentRefusal.Broken);
        long width = BinaryPrimitives.ReadUInt32BigEndian(header), height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        Picture.CheckSize(width, height);
        var (depth, channels) = (header[8], header[9] switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => 0 });
        if (channels == 0 || depth is not (1 or 2 or 4 or 8 or 16) || header[10] != 0 || header[11] != 0 || header[12] > 1)
            throw new UnfitDocumentException(DocumentRefusal.Broken);
        long Rows(long across, long down) => across == 0 || down == 0 ? 0 : down * (1 + (((across * depth * channels) + 7) / 8));
        (int X, int Y, int StepX, int StepY)[] passes = header[12] == 0 ? [(0, 0, 1, 1)] : [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
        var raw = passes.Sum(pass => Rows((width - pass.X + pass.StepX - 1) / pass.StepX, (height - pass.Y + pass.StepY - 1) / pass.StepY));
        return raw <= MostRaw ? raw : throw new UnfitDocumentException(DocumentRefusal.Bomb);
    }

    private static void CheckUnpacked(MemoryStream packed, long raw)
    {
        packed.Position = 0;
        var unpacked = Inflating.Count(new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true), raw + 1);
        if (unpacked != raw)
            throw new UnfitDocumentException(unpacked > raw ? DocumentRefusal.Bomb : DocumentRefusal.Broken);
    }
}
