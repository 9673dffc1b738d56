using System.Text.RegularExpressions;

namespace Pimms.UnitTests;

/// <summary>The label keys that a page's <c>field</c>s make up by themselves: <c>{command}.{property}</c>.</summary>
internal static partial class FieldLabels
{
    public static IEnumerable<string> AskedBy(SourceFile page) =>
        from field in Field().Matches(page.Text)
        where !field.Value.Contains("label=", StringComparison.Ordinal) && !field.Value.Contains("label-key=", StringComparison.Ordinal)
        let path = For().Match(field.Value).Groups[1].Value
        where path.Length > 0 && ModelOf(page) is not null
        select Resolve(ModelOf(page)!, path);

    /// <summary>The texts that a page asks for in a field of one line.</summary>
    public static IEnumerable<System.Reflection.PropertyInfo> OneLineFieldsOf(SourceFile page) =>
        from field in Field().Matches(page.Text)
        where !Otherwise().IsMatch(field.Value) && ModelOf(page) is not null
        let path = For().Match(field.Value).Groups[1].Value
        where path.Length > 0
        let property = path.Split('.').Aggregate((Model: ModelOf(page)!, Property: (System.Reflection.PropertyInfo?)null),
            (at, part) => at.Model.GetProperty(part) is { } found ? (Nullable.GetUnderlyingType(found.PropertyType) ?? found.PropertyType, found) : at).Property
        where property.PropertyType == typeof(string)
        select property;

    private static Type? ModelOf(SourceFile page) => Model().Match(page.Text) is { Success: true } model
        ? House.Modules.Append(House.Root).SelectMany(assembly => assembly.GetTypes()).SingleOrDefault(type => type.Name == model.Groups[1].Value)
        : null;

    private static string Resolve(Type model, string path)
    {
        var (container, property) = (model, "");
        foreach (var part in path.Split('.'))
        {
            if (property.Length > 0)
                container = container.GetProperty(property)?.PropertyType ?? throw new InvalidOperationException($"{model.Name} has no {path}");
            property = part;
        }
        return $"{(Nullable.GetUnderlyingType(container) ?? container).Name}.{property}";
    }

    [GeneratedRegex(@"<field\b[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex("""\bas="(textarea|password|search|file|select|radios|checkboxes)\x22|\bas="@""")]
    private static partial Regex Otherwise();

    [GeneratedRegex("""\bfor="(\w+(?:\.\w+)*)\x22""")]
    private static partial Regex For();

    [GeneratedRegex(@"^@model (\w+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Model();
}
