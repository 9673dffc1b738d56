using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Pimms.Kernel;

/// <summary>
/// The fields that a page shows, in its order, each with the label it stands under there: what the summary of errors names and leads to.
/// A page is written out only once all of it is made, so the summary above the form knows the fields below it.
/// </summary>
internal sealed partial class ShownFields
{
    private readonly Dictionary<string, ShownField> fields = [];

    public static ShownFields Of(HttpContext http)
    {
        if (http.Items.TryGetValue(typeof(ShownFields), out var kept))
            return (ShownFields)kept!;
        var none = new ShownFields();
        http.Items[typeof(ShownFields)] = none;
        return none;
    }

    public void Add(Field field) => fields.TryAdd(field.Name, new(field.Id, field.Label, fields.Count));

    /// <summary>The field of that name; of a list as a whole the group that bears its name, in the place of its first line. Null when the page shows none.</summary>
    public ShownField? Find(string name) => fields.GetValueOrDefault(name)
        ?? fields.Where(field => field.Key.StartsWith($"{name}[", StringComparison.Ordinal) || field.Key.StartsWith($"{name}.", StringComparison.Ordinal))
            .OrderBy(field => field.Value.Place).Select(field => field.Value with { Id = TagBuilder.CreateSanitizedId(name, "_"), Label = null }).FirstOrDefault();

    /// <summary>Which line of a list a field stands in, from 1; null when it stands in none.</summary>
    public static int? LineOf(string name) => Index().Match(name) is { Success: true } found ? int.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) + 1 : null;

    [GeneratedRegex(@"\[(\d{1,6})\](?!.*\[\d+\])")]
    private static partial Regex Index();
}

/// <param name="Id">Of its control.</param>
/// <param name="Label">As it stands on the page; null when the name means more than one field.</param>
/// <param name="Place">Among the page's fields.</param>
internal sealed record ShownField(string Id, string? Label, int Place);
