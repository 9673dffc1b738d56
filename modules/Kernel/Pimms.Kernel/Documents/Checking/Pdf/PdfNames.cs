using System.Text;

namespace Pimms.Kernel;

/// <summary>Names, which may hide any of their signs behind <c>#</c> and two digits.</summary>
internal static class PdfNames
{
    private const int Longest = 200;

    /// <summary>The name whose slash stands at a position.</summary>
    public static string At(ReadOnlySpan<byte> bytes, int slash, out int end)
    {
        var name = new StringBuilder();
        for (end = slash + 1; end < bytes.Length && !IsSpace(bytes[end]) && !IsDelimiter(bytes[end]); end++)
        {
            if (name.Length == Longest)
                throw new UnfitDocumentException(DocumentRefusal.Broken);
            if (bytes[end] == '#' && end + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[end + 1]) && char.IsAsciiHexDigit((char)bytes[end + 2]))
            {
                name.Append((char)Convert.ToInt32(Encoding.ASCII.GetString(bytes.Slice(end + 1, 2)), 16));
                end += 2;
            }
            else
                name.Append((char)bytes[end]);
        }
        return name.ToString();
    }

    public static bool IsSpace(byte sign) => sign is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsDelimiter(byte sign) => sign is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';
}
