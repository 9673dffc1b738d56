using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Pimms.UnitTests;

/// <summary>Bytes as the writers of files need them.</summary>
internal static class Bytes
{
    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Big16(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Big32(long value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
        return bytes;
    }

    public static byte[] ZLib(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            packing.Write(plain);
        return packed.ToArray();
    }

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    /// <summary>The EICAR test file, put together here so that no scanner minds this source.</summary>
    public static string Eicar => string.Concat("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EIC", "AR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
}
