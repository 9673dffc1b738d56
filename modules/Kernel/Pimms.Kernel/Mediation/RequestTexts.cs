using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Pimms.Kernel;

/// <summary>A text of one line: a name, a title, an address. It reaches validator and handler as <see cref="Typed.Line"/> makes it; with a line break in it, or nothing visible, it is refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneLineAttribute : Attribute;

/// <summary>
/// Makes the texts of a request, and of the records within it, what they will be kept as, before anything is counted: from a page, the API or a command alike.
/// Line ends are one character; what is marked <see cref="OneLineAttribute"/> is one line.
/// </summary>
internal static class RequestTexts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <returns>What cannot be mended, at its path.</returns>
    public static List<FieldError> Read(object request)
    {
        var errors = new List<FieldError>();
        Read(request, "", errors);
        return errors;
    }

    private static void Read(object record, string path, List<FieldError> errors)
    {
        foreach (var property in Known.GetOrAdd(record.GetType(), WithTexts))
        {
            if (property.GetValue(record) is not { } value)
                continue;
            var place = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            var read = Read(value, property.IsDefined(typeof(OneLineAttribute), inherit: true), place, errors);
            if (!ReferenceEquals(read, value))
                property.SetValue(record, read);
        }
    }

    private static object Read(object value, bool oneLine, string path, List<FieldError> errors)
    {
        switch (value)
        {
            case string text:
                return oneLine ? Line(text, path, errors) : Typed.Paragraphs(text);
            case IReadOnlyDictionary<string, string> texts:
                return texts.Values.All(text => Typed.Paragraphs(text) == text) ? texts : texts.ToDictionary(text => text.Key, text => Typed.Paragraphs(text.Value));
            case IEnumerable<string?> texts:
                List<string?> read = [.. texts.Index().Select(text => text.Item is null ? null : (string)Read(text.Item, oneLine, $"{path}[{text.Index}]", errors))];
                return read.SequenceEqual(texts) ? texts : value is IList { IsFixedSize: true } ? read.ToArray() : read;
            case IEnumerable many:
                foreach (var (index, item) in many.Cast<object?>().Index())
                {
                    if (item is not null && IsRecord(item.GetType()))
                        Read(item, $"{path}[{index}]", errors);
                }
                return value;
            default:
                Read(value, path, errors);
                return value;
        }
    }

    private static string Line(string text, string path, List<FieldError> errors)
    {
        var line = Typed.Line(text);
        if (line.Any(character => char.IsControl(character) || character is '\u2028' or '\u2029'))
            errors.Add(new(path, "Field.OneLine"));
        else if (line.Length == 0 && !string.IsNullOrWhiteSpace(text))
            errors.Add(new(path, "Field.OnlyInvisible"));
        return line;
    }

    private static PropertyInfo[] WithTexts(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.GetIndexParameters().Length == 0 && MayHoldTexts(property.PropertyType))];

    private static bool MayHoldTexts(Type type) =>
        type == typeof(string) || IsRecord(type) || (type.IsAssignableTo(typeof(IEnumerable)) && type.IsGenericType && type.GenericTypeArguments.Any(MayHoldTexts)) || type == typeof(string[]);

    /// <summary>Only records: what is tracked by a database context is never one's to change here.</summary>
    private static bool IsRecord(Type type) => type.IsClass && type.GetMethod("<Clone>$") is not null;
}
