using System.Text;
using System.Text.Unicode;

namespace Pimms.Kernel;

/// <summary>One name and value of a query or of a form as it came over the line; both without what no text may hold.</summary>
/// <param name="Name">Decoded.</param>
/// <param name="Value">Decoded.</param>
/// <param name="IsFit">False when either held something that it may not, bytes that are no UTF-8 included.</param>
internal readonly record struct EncodedPair(string Name, string Value, bool IsFit);

/// <summary>
/// Reads what is percent-encoded from its bytes. The framework leaves what is no UTF-8 as it stands, <c>%FF</c>, so that nobody later could tell
/// it from what somebody typed.
/// </summary>
internal static class EncodedText
{
    /// <summary>The pairs of <c>name=value&amp;name=value</c>, in their order.</summary>
    public static IEnumerable<EncodedPair> Pairs(string encoded)
    {
        foreach (var pair in encoded.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? pair : pair[..equals], plusIsSpace: true);
            var value = Decode(equals < 0 ? "" : pair[(equals + 1)..], plusIsSpace: true);
            yield return new(name.Text, value.Text, name.IsFit && value.IsFit);
        }
    }

    /// <summary>The text without what it may not hold, and whether it held anything of that.</summary>
    public static (string Text, bool IsFit) Decode(string encoded, bool plusIsSpace)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(encoded)];
        var length = Encoding.UTF8.GetBytes(encoded, bytes);
        var written = 0;
        for (var read = 0; read < length; read++, written++)
        {
            if (bytes[read] == '%' && read + 2 < length && char.IsAsciiHexDigit((char)bytes[read + 1]) && char.IsAsciiHexDigit((char)bytes[read + 2]))
            {
                bytes[written] = Convert.FromHexString([(char)bytes[read + 1], (char)bytes[read + 2]])[0];
                read += 2;
            }
            else
            {
                bytes[written] = plusIsSpace && bytes[read] == '+' ? (byte)' ' : bytes[read];
            }
        }
        var decoded = bytes.AsSpan(0, written);
        var isUtf8 = Utf8.IsValid(decoded);
        var text = Encoding.UTF8.GetString(decoded);
        return (Characters.WithoutUnfit(isUtf8 ? text : text.Replace("\uFFFD", "", StringComparison.Ordinal)), isUtf8 && Characters.AreFit(text));
    }
}
