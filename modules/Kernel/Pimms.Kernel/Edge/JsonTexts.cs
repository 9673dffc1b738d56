using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pimms.Kernel;

/// <summary>Looks through a body of JSON for texts and names that hold what no text may, written plainly or as an escape (<c>\u0000</c>).</summary>
internal static class JsonTexts
{
    /// <summary>The paths of such texts, <c>items[0].label</c>. What is not JSON at all is whoever binds it to say.</summary>
    public static IReadOnlyList<string> Unfit(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(Encoding.UTF8.Preamble))
            body = body[Encoding.UTF8.Preamble.Length..];
        var unfit = new List<string>();
        var path = new Stack<Step>([new("", null)]);
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        path.Push(new(Next(path), reader.TokenType == JsonTokenType.StartArray ? 0 : null));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        path.Pop();
                        break;
                    case JsonTokenType.PropertyName:
                        var (name, isFit) = Text(ref reader);
                        path.Peek().Property = name;
                        if (!isFit)
                            unfit.Add(path.Peek().Here);
                        break;
                    default:
                        var at = Next(path);
                        if (reader.TokenType == JsonTokenType.String && !Text(ref reader).IsFit)
                            unfit.Add(at);
                        break;
                }
            }
        }
        catch (JsonException)
        {
            // Found so far is enough.
        }
        return unfit;
    }

    private static string Next(Stack<Step> path)
    {
        var step = path.Peek();
        var here = step.Here;
        step.Index++;
        return here;
    }

    private static (string Text, bool IsFit) Text(ref Utf8JsonReader reader)
    {
        try
        {
            var text = reader.GetString()!;
            return (Characters.WithoutUnfit(text), Characters.AreFit(text));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are no UTF-8.
            return ("", false);
        }
    }

    /// <summary>An object or array that is open, and where in it the reader stands.</summary>
    private sealed class Step(string above, int? index)
    {
        public int? Index { get; set; } = index;

        public string Property { get; set; } = "";

        public string Here => Index is { } number ? string.Create(CultureInfo.InvariantCulture, $"{above}[{number}]") : above.Length == 0 ? Property : $"{above}.{Property}";
    }
}
