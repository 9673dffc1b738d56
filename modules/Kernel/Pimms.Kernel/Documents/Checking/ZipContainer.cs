using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Pimms.Kernel;

/// <summary>
/// A ZIP whose every byte is accounted for: entries one behind the other from the first byte on, then the directory, then the end. What a
/// reader could take differently (gaps, overlaps, two names, a name that leads elsewhere, more behind the end) is refused.
/// </summary>
internal sealed class ZipContainer
{
    private const int MostEntries = 1000;
    private const long MostUnpacked = 100_000_000;
    private const int MostTimes = 250;
    private readonly Dictionary<string, byte[]> parts;

    private ZipContainer(IReadOnlyList<string> names, Dictionary<string, byte[]> parts) => (Names, this.parts) = (names, parts);

    /// <summary>In the order in which they lie; folders end with a slash.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The unpacked entry; null when there is none.</summary>
    public byte[]? this[string name] => parts.GetValueOrDefault(name);

    public static ZipContainer Open(byte[] zip)
    {
        var (entries, directory) = Directory(zip);
        var (at, unpacked) = (0, 0L);
        var parts = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries.OrderBy(entry => entry.Offset))
        {
            if (entry.Offset != at)
                throw Broken();
            var body = Local(zip, entry, directory, out at);
            unpacked += entry.Size;
            if (unpacked > MostUnpacked || (entry.Size > 1_000_000 && entry.Size / Math.Max(1, entry.Packed) > MostTimes))
                throw new UnfitDocumentException(DocumentRefusal.Bomb);
            if (!parts.TryAdd(entry.Name, Unpack(body, entry)))
                throw Broken();
        }
        return at == directory ? new(entries.OrderBy(entry => entry.Offset).Select(entry => entry.Name).ToList(), parts) : throw Broken();
    }

    private static (List<Entry> Entries, int At) Directory(byte[] zip)
    {
        // No comment: nobody's word processor writes one, and it is where other things hide.
        var end = zip.AsSpan(Math.Max(0, zip.Length - 22));
        if (end.Length < 22 || !end.StartsWith("PK\u0005\u0006"u8) || Short(end[20..]) != 0 || Short(end[4..]) != 0 || Short(end[6..]) != 0)
            throw Broken();
        int count = Short(end[10..]), size = Int(end[12..]), start = Int(end[16..]);
        if (count == 0 || count > MostEntries)
            throw new UnfitDocumentException(count == 0 ? DocumentRefusal.Broken : DocumentRefusal.Bomb);
        if (start < 0 || size < 0 || (long)start + size != zip.Length - 22)
            throw Broken();
        var entries = new List<Entry>();
        for (var at = start; at < start + size;)
        {
            var header = zip.AsSpan(at, start + size - at);
            if (header.Length < 46 || !header.StartsWith("PK\u0001\u0002"u8))
                throw Broken();
            int name = Short(header[28..]), rest = Short(header[30..]) + Short(header[32..]);
            if (header.Length < 46 + name + rest)
                throw Broken();
            entries.Add(Entry.Of(header, name));
            at += 46 + name + rest;
        }
        return entries.Count == count ? (entries, start) : throw Broken();
    }

    private static ReadOnlyMemory<byte> Local(byte[] zip, Entry entry, int directory, out int next)
    {
        var header = zip.AsSpan(entry.Offset, directory - entry.Offset);
        if (header.Length < 30 || !header.StartsWith("PK\u0003\u0004"u8))
            throw Broken();
        int name = Short(header[26..]), extra = Short(header[28..]), start = 30 + name + extra;
        if ((long)start + entry.Packed > header.Length || Short(header[6..]) != entry.Flags || Short(header[8..]) != entry.Method || Encoding.UTF8.GetString(header.Slice(30, name)) != entry.Name)
            throw Broken();
        next = entry.Offset + start + entry.Packed;
        if ((entry.Flags & 8) != 0)
            next += Descriptor(zip.AsSpan(next, directory - next), entry);
        else if (Int(header[14..]) != (int)entry.Crc || Int(header[18..]) != entry.Packed || Int(header[22..]) != entry.Size)
            throw Broken();
        return zip.AsMemory(entry.Offset + start, entry.Packed);
    }

    /// <summary>Sum and sizes behind the content, with or without a mark; sizes of four or eight bytes.</summary>
    private static int Descriptor(ReadOnlySpan<byte> from, Entry entry)
    {
        var mark = from.StartsWith("PK\u0007\u0008"u8) ? 4 : 0;
        if (from.Length >= mark + 12 && Int(from[mark..]) == (int)entry.Crc && Int(from[(mark + 4)..]) == entry.Packed)
        {
            if (Int(from[(mark + 8)..]) == entry.Size)
                return mark + 12;
            if (from.Length >= mark + 20 && BinaryPrimitives.ReadInt64LittleEndian(from[(mark + 4)..]) == entry.Packed && BinaryPrimitives.ReadInt64LittleEndian(from[(mark + 12)..]) == entry.Size)
                return mark + 20;
        }
        throw Broken();
    }

    private static byte[] Unpack(ReadOnlyMemory<byte> body, Entry entry)
    {
        var unpacked = entry.Method == 0 ? body.ToArray() : Inflating.All(new DeflateStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress), entry.Size);
        return unpacked.Length == entry.Size && Crc32.Of(unpacked) == entry.Crc ? unpacked : throw Broken();
    }

    private static UnfitDocumentException Broken() => new(DocumentRefusal.Broken);

    private static int Short(ReadOnlySpan<byte> from) => BinaryPrimitives.ReadUInt16LittleEndian(from);

    private static int Int(ReadOnlySpan<byte> from) => BinaryPrimitives.ReadInt32LittleEndian(from);

    private sealed record Entry(string Name, int Flags, int Method, uint Crc, int Packed, int Size, int Offset)
    {
        // Deflate's speed hints, sizes behind the content, names in UTF-8.
        private const int KnownFlags = 0x0806 | 8;

        public static Entry Of(ReadOnlySpan<byte> header, int nameLength)
        {
            var entry = new Entry(Encoding.UTF8.GetString(header.Slice(46, nameLength)), Short(header[8..]), Short(header[10..]), (uint)Int(header[16..]), Int(header[20..]), Int(header[24..]), Int(header[42..]));
            if ((entry.Flags & 1) != 0)
                throw new UnfitDocumentException(DocumentRefusal.Encrypted);
            if ((entry.Flags & ~KnownFlags) != 0 || entry.Method is not (0 or 8) || entry.Packed < 0 || entry.Size < 0 || entry.Offset < 0 || (entry.Method == 0 && entry.Packed != entry.Size) || !IsPlain(entry.Name))
                throw Broken();
            return entry;
        }

        private static bool IsPlain(string name) =>
            name.Length is > 0 and <= 250 && name[0] != '/' && !name.Any(sign => char.IsControl(sign) || sign is '\\' or ':' or '\ufffd') && !name.Split('/').Any(part => part is ".." or ".");
    }
}
