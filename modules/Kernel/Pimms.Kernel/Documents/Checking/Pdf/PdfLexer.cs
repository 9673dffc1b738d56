using System.Globalization;
using System.Text;

namespace Pimms.Kernel;

/// <summary>Reads PDF values one after the other. It forgives little: what two readers could understand differently is broken.</summary>
internal sealed class PdfLexer(byte[] bytes, int start)
{
    private const int Deepest = 100;
    private const int LongestComment = 1000;
    private int at = start;

    public int At
    {
        get => at;
        set => at = value;
    }

    /// <summary>Whether there is anything but white space and comments left.</summary>
    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return at >= bytes.Length;
        }
    }

    /// <summary>The next value: null, bool, double, list, or one of the PDF types.</summary>
    public object? Value(int depth = 0)
    {
        if (AtEnd || depth > Deepest)
            throw Broken();
        return bytes[at] switch
        {
            (byte)'/' => new PdfName(PdfNames.At(bytes, at, out at)),
            (byte)'(' => Literal(),
            (byte)'[' => Array(depth),
            (byte)'<' => Peek(1) == '<' ? Dictionary(depth) : Hexadecimal(),
            var sign => PdfNames.IsDelimiter(sign) ? throw Broken() : NumberOrWord(),
        };
    }

    private void SkipSpace()
    {
        while (at < bytes.Length && (PdfNames.IsSpace(bytes[at]) || bytes[at] == '%'))
        {
            var from = at;
            if (bytes[at++] == '%')
            {
                while (at < bytes.Length && bytes[at] is not (10 or 13))
                    at++;
                if (at - from > LongestComment)
                    throw Broken();
            }
        }
    }

    /// <summary>Parentheses may nest; what is escaped does not count.</summary>
    private PdfText Literal()
    {
        var text = new StringBuilder();
        for (var open = 0; at < bytes.Length; at++)
        {
            var sign = (char)bytes[at];
            if (sign == '\\')
            {
                Escaped(text);
                continue;
            }
            open += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (open == 0)
            {
                at++;
                return new(text.ToString(1, text.Length - 1));
            }
            text.Append(sign);
        }
        throw Broken();
    }

    /// <summary>What a backslash makes of the next sign: a control sign, octal digits, a broken line, or the sign.</summary>
    private void Escaped(StringBuilder text)
    {
        var sign = Peek(1);
        at++;
        if (sign is >= '0' and <= '7')
        {
            var (value, digits) = (0, 0);
            for (; digits < 3 && Peek(digits) is >= '0' and <= '7'; digits++)
                value = (value * 8) + Peek(digits) - '0';
            at += digits - 1;
            text.Append((char)(value & 0xFF));
        }
        else if (sign == '\r' && Peek(1) == '\n')
            at++;
        else if (sign is not ('\r' or '\n' or < 0))
            text.Append(sign switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => (char)sign });
    }

    private PdfText Hexadecimal()
    {
        var end = System.Array.IndexOf(bytes, (byte)'>', at);
        if (end < 0)
            throw Broken();
        var digits = Encoding.Latin1.GetString(bytes, at + 1, end - at - 1).Where(sign => !char.IsWhiteSpace(sign) && sign != '\0').ToArray();
        if (!digits.All(char.IsAsciiHexDigit))
            throw Broken();
        at = end + 1;
        return new(Encoding.Latin1.GetString(Convert.FromHexString(new string(digits) + (digits.Length % 2 == 1 ? "0" : ""))));
    }

    private List<object?> Array(int depth)
    {
        at++;
        var values = new List<object?>();
        while (!AtEnd && bytes[at] != ']')
            Add(values, Value(depth + 1));
        at++;
        return at <= bytes.Length && !values.Any(value => value is PdfWord) ? values : throw Broken();
    }

    private PdfDictionary Dictionary(int depth)
    {
        at += 2;
        var values = new List<object?>();
        while (!AtEnd && bytes[at] != '>')
            Add(values, Value(depth + 1));
        if (Peek(1) != '>' || values.Count % 2 == 1 || values.Any(value => value is PdfWord))
            throw Broken();
        at += 2;
        return new(values.Chunk(2).Select(pair => (pair[0] is PdfName key ? key.Text : throw Broken(), pair[1])).ToList());
    }

    /// <summary>Two numbers and an R are one reference.</summary>
    private static void Add(List<object?> values, object? value)
    {
        if (value is PdfWord { Text: "R" } && values.Count >= 2 && values[^1] is double && values[^2] is double number)
        {
            values.RemoveRange(values.Count - 2, 2);
            value = new PdfReference((int)number);
        }
        values.Add(value);
    }

    private object? NumberOrWord()
    {
        var from = at;
        while (at < bytes.Length && !PdfNames.IsSpace(bytes[at]) && !PdfNames.IsDelimiter(bytes[at]))
            at++;
        if (at - from > 100)
            throw Broken();
        var text = Encoding.Latin1.GetString(bytes, from, at - from);
        return text switch
        {
            "null" => null,
            "true" => true,
            "false" => false,
            _ when double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
            _ => new PdfWord(text),
        };
    }

    private int Peek(int ahead) => at + ahead < bytes.Length ? bytes[at + ahead] : -1;

    private static UnfitDocumentException Broken() => new(DocumentRefusal.Broken);
}
