using System.Buffers.Binary;

namespace Pimms.Kernel;

/// <summary>The one thing in a photograph's EXIF that is about the picture: which way up it is. Without it phones' photographs lie on their side.</summary>
internal static class ExifOrientation
{
    private const int Tag = 0x0112;

    /// <returns>1 to 8; null when it is not said.</returns>
    public static int? Of(ReadOnlySpan<byte> app1)
    {
        if (!app1.StartsWith("Exif\0\0"u8) || app1.Length < 14)
            return null;
        var tiff = app1[6..];
        var little = tiff[0] == 'I';
        var directory = (int)Math.Min(Long(tiff[4..], little), int.MaxValue);
        if (directory < 8 || directory + 2 > tiff.Length)
            return null;
        var entries = Short(tiff[directory..], little);
        for (var number = 0; number < entries; number++)
        {
            var at = directory + 2 + (12 * number);
            if (at + 12 > tiff.Length)
                return null;
            if (Short(tiff[at..], little) == Tag)
                return Short(tiff[(at + 8)..], little) is >= 1 and <= 8 and var way ? way : null;
        }
        return null;
    }

    /// <summary>An EXIF that says nothing else.</summary>
    public static byte[] Only(int way) =>
    [
        .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, Tag >> 8, Tag & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)way, 0, 0, 0, 0, 0, 0,
    ];

    private static int Short(ReadOnlySpan<byte> from, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);

    private static uint Long(ReadOnlySpan<byte> from, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(from) : BinaryPrimitives.ReadUInt32BigEndian(from);
}
