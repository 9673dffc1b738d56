using System.Buffers.Binary;

namespace Pimms.Kernel;

/// <summary>
/// Counts the blocks of a picture that has no mark of its end: whether only the mark is missing, or the lower half of the letter too. A
/// progressive picture shows all of it from its first scan on, so it is whole once a scan lies behind it.
/// </summary>
internal sealed class JpegScan
{
    private readonly Dictionary<int, Dictionary<(int Length, int Code), byte>> tables = [];
    private readonly Dictionary<byte, (int Across, int Down)> components = [];
    private (int Width, int Height) size;
    private int restarts;
    private bool progressive;
    private byte[] header = [], coded = [];
    private int at, bits, left;

    public void Frame(int marker, ReadOnlySpan<byte> body)
    {
        progressive = marker == 0xC2;
        size = (BinaryPrimitives.ReadUInt16BigEndian(body[3..]), BinaryPrimitives.ReadUInt16BigEndian(body[1..]));
        for (var entry = 6; entry < body.Length; entry += 3)
            components[body[entry]] = (Math.Clamp(body[entry + 1] >> 4, 1, 4), Math.Clamp(body[entry + 1] & 15, 1, 4));
    }

    /// <summary>Codes, or how often the scan begins anew; others do not matter here.</summary>
    public void Table(int marker, ReadOnlySpan<byte> body)
    {
        if (marker == 0xDD && body.Length >= 2)
            restarts = BinaryPrimitives.ReadUInt16BigEndian(body);
        while (marker == 0xC4 && body.Length >= 17)
        {
            var (table, code, value) = (new Dictionary<(int, int), byte>(), 0, 17);
            for (var length = 1; length <= 16; length++, code <<= 1)
            {
                for (var number = 0; number < body[length] && value < body.Length; number++)
                    table[(length, code++)] = body[value++];
            }
            tables[body[0]] = table;
            body = body[value..];
        }
    }

    /// <summary>The scan's header and what follows it; only the last is looked into, and only when it must be.</summary>
    public void Coded(ReadOnlySpan<byte> body, byte[] content) => (header, coded) = (body.ToArray(), content);

    /// <summary>How many bytes stand behind the picture's last block; known once it was counted.</summary>
    public int Behind => progressive ? 0 : coded.Length - at;

    public bool IsWhole()
    {
        if (progressive || header.Length < 1 || header.Length < 1 + (2 * header[0]))
            return progressive;
        var parts = Enumerable.Range(0, header[0])
            .Select(number => (Component: header[1 + (2 * number)], Tables: header[2 + (2 * number)])).ToList();
        if (parts.Count == 0 || parts.Any(part => !components.ContainsKey(part.Component)))
            return false;
        (at, bits, left) = (0, 0, 0);
        var units = Units(parts.Count == 1 ? components[parts[0].Component] : null);
        for (var unit = 0L; unit < units; unit++)
        {
            if (restarts > 0 && unit > 0 && unit % restarts == 0 && !Restart())
                return false;
            foreach (var part in parts)
            {
                var (across, down) = parts.Count == 1 ? (1, 1) : components[part.Component];
                for (var block = 0; block < across * down; block++)
                {
                    if (!Block(part.Tables >> 4, 0x10 | (part.Tables & 15)))
                        return false;
                }
            }
        }
        return true;
    }

    /// <summary>A scan of one component goes block by block, of several by the largest's share of them.</summary>
    private long Units((int Across, int Down)? alone)
    {
        var most = (Across: components.Values.Max(part => part.Across), Down: components.Values.Max(part => part.Down));
        var (width, height) = alone is { } part
            ? (Parts(size.Width * part.Across, most.Across), Parts(size.Height * part.Down, most.Down))
            : ((long)size.Width, (long)size.Height);
        var unit = alone is null ? (X: 8 * most.Across, Y: 8 * most.Down) : (X: 8, Y: 8);
        return Parts(width, unit.X) * Parts(height, unit.Y);
    }

    private static long Parts(long of, int each) => (of + each - 1) / each;

    private bool Block(int first, int others)
    {
        if (Symbol(first) is not { } difference || !Skip(difference & 15))
            return false;
        for (var number = 1; number < 64; number++)
        {
            if (Symbol(others) is not { } symbol)
                return false;
            if (symbol == 0)
                return true;
            number += symbol >> 4;
            if (!Skip(symbol & 15))
                return false;
        }
        return true;
    }

    private int? Symbol(int table)
    {
        if (!tables.TryGetValue(table, out var codes))
            return null;
        var code = 0;
        for (var length = 1; length <= 16; length++)
        {
            if (!Bit(out var bit))
                return null;
            code = (code << 1) | bit;
            if (codes.TryGetValue((length, code), out var symbol))
                return symbol;
        }
        return null;
    }

    private bool Skip(int count)
    {
        while (count-- > 0)
        {
            if (!Bit(out _))
                return false;
        }
        return true;
    }

    private bool Bit(out int bit)
    {
        bit = 0;
        if (left == 0)
        {
            if (at >= coded.Length || (coded[at] == 0xFF && (at + 1 >= coded.Length || coded[at + 1] != 0)))
                return false;
            bits = coded[at];
            at += bits == 0xFF ? 2 : 1;
            left = 8;
        }
        bit = (bits >> --left) & 1;
        return true;
    }

    private bool Restart()
    {
        left = 0;
        if (at + 1 >= coded.Length || coded[at] != 0xFF || coded[at + 1] is < 0xD0 or > 0xD7)
            return false;
        at += 2;
        return true;
    }
}
