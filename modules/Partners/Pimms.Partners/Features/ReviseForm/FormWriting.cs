using System.Globalization;

namespace Pimms.Partners;

/// <summary>The buttons of the form builder, <c>add</c>, <c>up:2</c>, <c>down:2</c>, <c>remove:2</c>, <c>keep:2</c>: a round trip each, so that they need no script.</summary>
internal static class FormWriting
{
    /// <summary>The questions afterwards, and which of them the person is at; -1 for none.</summary>
    public static (IReadOnlyList<FieldDraft> Fields, int At) Apply(IReadOnlyList<FieldDraft> fields, string act, FormFieldType added)
    {
        var parts = act.Split(':');
        var at = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < fields.Count ? number : -1;
        return (parts[0], at) switch
        {
            ("add", _) => ([.. fields, new FieldDraft("", "", null, added, Required: false, null, null)], fields.Count),
            ("up", > 0) => (Swap(fields, at, at - 1), at - 1),
            ("down", >= 0) when at < fields.Count - 1 => (Swap(fields, at, at + 1), at + 1),
            ("remove", >= 0) => ([.. fields.Where((_, index) => index != at)], -1),
            _ => (fields, at),
        };
    }

    private static List<FieldDraft> Swap(IReadOnlyList<FieldDraft> fields, int one, int other)
    {
        var swapped = fields.ToList();
        (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
        return swapped;
    }
}
