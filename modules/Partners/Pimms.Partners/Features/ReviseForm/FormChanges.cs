namespace Pimms.Partners;

/// <summary>What a version changes of the one before, to be said in words before it is published.</summary>
internal static class FormChanges
{
    /// <summary>Text keys, each with what it speaks of: questions by their words, documents by their names.</summary>
    public static IReadOnlyList<(string Key, string Label)> Between(ProcedureForm before, ProcedureForm after)
    {
        var known = before.Fields.ToDictionary(field => field.Key);
        var kept = after.Fields.Where(field => known.ContainsKey(field.Key)).ToList();
        var reordered = !kept.Select(field => field.Key).SequenceEqual(before.Fields.Select(field => field.Key).Where(key => kept.Exists(field => field.Key == key)));
        return
        [
            .. after.Fields.Where(field => !known.ContainsKey(field.Key)).Select(field => ("FormChanges.Added", field.Label)),
            .. before.Fields.Where(field => !after.Fields.Any(other => other.Key == field.Key)).Select(field => ("FormChanges.Removed", field.Label)),
            .. kept.Where(field => !FormJson.Same([field], [known[field.Key]])).Select(field => ("FormChanges.Changed", field.Label)),
            .. reordered ? [("FormChanges.Reordered", "")] : Array.Empty<(string, string)>(),
            .. after.RequiredDocuments.Except(before.RequiredDocuments).Select(name => ("FormChanges.DocumentAdded", name)),
            .. before.RequiredDocuments.Except(after.RequiredDocuments).Select(name => ("FormChanges.DocumentRemoved", name)),
        ];
    }
}
