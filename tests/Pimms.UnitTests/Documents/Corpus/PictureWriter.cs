using Pimms.Kernel;

namespace Pimms.UnitTests;

/// <summary>Encodes plain pictures by hand.</summary>
internal static class PictureWriter
{
    private static readonly byte[] PngMark = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Chunk(string type, params byte[] body)
    {
        byte[] named = [.. Bytes.Latin(type), .. body];
        return [.. Bytes.Big32(body.Length), .. named, .. Bytes.Big32(Crc32.Of(named))];
    }

    public static byte[] Header(int width, int height, int depth, int colour, int interlaced = 0) =>
        Chunk("IHDR", [.. Bytes.Big32(width), .. Bytes.Big32(height), (byte)depth, (byte)colour, 0, 0, (byte)interlaced]);

    /// <summary>A plain PNG of one colour; more chunks go before the picture.</summary>
    public static byte[] Png(int width, int height, int depth = 8, int colour = 2, bool interlaced = false, int pieces = 1, byte[]? more = null, byte[]? after = null)
    {
        var channels = colour switch { 0 or 3 => 1, 2 => 3, 4 => 2, _ => 4 };
        int Raw(int across, int down) => across <= 0 || down <= 0 ? 0 : down * (1 + (((across * depth * channels) + 7) / 8));
        var raw = !interlaced ? Raw(width, height)
            : Raw((width + 7) / 8, (height + 7) / 8) + Raw((width + 3) / 8, (height + 7) / 8) + Raw((width + 3) / 4, (height + 3) / 8) + Raw((width + 1) / 4, (height + 3) / 4)
            + Raw((width + 1) / 2, (height + 1) / 4) + Raw(width / 2, (height + 1) / 2) + Raw(width, height / 2);
        return Png(Header(width, height, depth, colour, interlaced ? 1 : 0), new byte[raw], pieces, [.. colour == 3 ? Chunk("PLTE", 0, 0, 0, 255, 255, 255) : [], .. more ?? []], after);
    }

    public static byte[] Png(byte[] header, byte[] raw, int pieces = 1, byte[]? more = null, byte[]? after = null)
    {
        var packed = Bytes.ZLib(raw);
        var each = Math.Max(1, (packed.Length + pieces - 1) / pieces);
        return [.. PngMark, .. header, .. more ?? [], .. packed.Chunk(each).SelectMany(piece => Chunk("IDAT", piece)), .. Chunk("IEND"), .. after ?? []];
    }

    public static byte[] Segment(int marker, params byte[] body) => [0xFF, (byte)marker, .. Bytes.Big16(body.Length + 2), .. body];

    public static byte[] Jfif => Segment(0xE0, [.. Bytes.Latin("JFIF\0"), 1, 2, 1, 0, 72, 0, 72, 0, 0]);

    /// <summary>EXIF as a camera writes it: orientation, maker and a place.</summary>
    public static byte[] Exif(int orientation) => Segment(0xE1,
    [
        .. Bytes.Latin("Exif\0\0II*\0"), 8, 0, 0, 0, 2, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
        0x0F, 0x01, 2, 0, 20, 0, 0, 0, 38, 0, 0, 0,
        0, 0, 0, 0, .. Bytes.Latin("GPS 43.8367 N 4.3601E"),
    ]);

    /// <summary>A plain grey or coloured baseline JPEG: every block is empty, so each is the same six bits.</summary>
    public static byte[] Jpeg(int width, int height, bool coloured = false, int restarts = 0, byte[]? head = null, byte[]? after = null)
    {
        var components = coloured ? 3 : 1;
        var frame = Segment(0xC0, [8, .. Bytes.Big16(height), .. Bytes.Big16(width), (byte)components, .. Enumerable.Range(1, components).SelectMany(number => new byte[] { (byte)number, 0x11, 0 })]);
        var scan = Segment(0xDA, [(byte)components, .. Enumerable.Range(1, components).SelectMany(number => new byte[] { (byte)number, 0 }), 0, 63, 0]);
        var units = (width + 7) / 8 * ((height + 7) / 8);
        return
        [
            0xFF, 0xD8, .. head ?? Jfif, .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)16, 64)]), .. frame,
            // One code of two bits for "no difference", one of four bits for "nothing more".
            .. Segment(0xC4, [0x00, 0, 1, .. new byte[14], 0]), .. Segment(0xC4, [0x10, 0, 0, 0, 1, .. new byte[12], 0]),
            .. restarts > 0 ? Segment(0xDD, Bytes.Big16(restarts)) : [],
            .. scan, .. Scan(units, components, restarts), 0xFF, 0xD9, .. after ?? [],
        ];
    }

    private static List<byte> Scan(int units, int components, int restarts)
    {
        var bytes = new List<byte>();
        for (var unit = 0; unit < units;)
        {
            var until = restarts > 0 ? Math.Min(units, unit + restarts) : units;
            // Every code is zeros here: the padding at the end is ones.
            var bits = (until - unit) * components * 6;
            bytes.AddRange(new byte[bits / 8]);
            if (bits % 8 > 0)
                bytes.Add((byte)(0xFF >> (bits % 8)));
            var number = unit / Math.Max(1, restarts);
            unit = until;
            if (unit < units)
                bytes.AddRange([0xFF, (byte)(0xD0 + (number % 8))]);
        }
        return bytes;
    }
}
