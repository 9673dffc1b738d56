namespace Pimms.Kernel;

/// <summary>The stream cipher of older PDFs. It protects nothing any more; it is needed to look into what everybody can open.</summary>
internal static class Rc4
{
    public static byte[] Apply(ReadOnlySpan<byte> key, ReadOnlySpan<byte> bytes)
    {
        Span<byte> state = stackalloc byte[256];
        for (var number = 0; number < 256; number++)
            state[number] = (byte)number;
        for (int first = 0, second = 0; first < 256; first++)
        {
            second = (second + state[first] + key[first % key.Length]) & 0xFF;
            (state[first], state[second]) = (state[second], state[first]);
        }
        var result = new byte[bytes.Length];
        for (int at = 0, first = 0, second = 0; at < bytes.Length; at++)
        {
            first = (first + 1) & 0xFF;
            second = (second + state[first]) & 0xFF;
            (state[first], state[second]) = (state[second], state[first]);
            result[at] = (byte)(bytes[at] ^ state[(state[first] + state[second]) & 0xFF]);
        }
        return result;
    }
}
