namespace Pimms.Kernel;

/// <summary>The sum that PNG and ZIP carry (ISO 3309).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static uint Of(ReadOnlySpan<byte> bytes) => ~Continue(~0u, bytes);

    /// <summary>For content that comes in pieces: begin with all ones, and invert at the end.</summary>
    public static uint Continue(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
            sum = Table[(sum ^ one) & 0xFF] ^ (sum >> 8);
        return sum;
    }

    private static uint Entry(int number)
    {
        var entry = (uint)number;
        for (var bit = 0; bit < 8; bit++)
            entry = (entry & 1) == 1 ? (entry >> 1) ^ 0xEDB88320 : entry >> 1;
        return entry;
    }
}
