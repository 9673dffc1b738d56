using System.Collections.Concurrent;

namespace Pimms.Partners;

/// <summary>The forms read so far. A version never changes, so that nothing here is ever out of date; there are as many as administrators wrote.</summary>
internal sealed class FormMemory
{
    public ConcurrentDictionary<(Guid ProcedureId, int Version), ProcedureForm> Known { get; } = [];
}

/// <summary>Reads forms, from memory where it can. Whether the caller may see the procedure is asked before, at each read.</summary>
internal sealed class Forms(PartnersDbContext db, FormMemory memory)
{
    /// <summary>One version; null when there is none.</summary>
    public async Task<ProcedureForm?> Of(Guid procedureId, int version, CancellationToken ct) =>
        (await Of([(procedureId, version)], ct)).GetValueOrDefault((procedureId, version));

    /// <summary>Many at once, in one round trip or none.</summary>
    public async Task<IReadOnlyDictionary<(Guid ProcedureId, int Version), ProcedureForm>> Of(IReadOnlyCollection<(Guid ProcedureId, int Version)> wanted, CancellationToken ct)
    {
        var missing = wanted.Where(form => !memory.Known.ContainsKey(form)).ToList();
        if (missing.Count > 0)
            await Load([.. missing.Select(form => form.ProcedureId)], [.. missing.Select(form => form.Version).Distinct()], ct);
        return wanted.Where(memory.Known.ContainsKey).Distinct().ToDictionary(form => form, form => memory.Known[form]);
    }

    private async Task Load(List<Guid> procedures, List<int> versions, CancellationToken ct)
    {
        var read = await db.Forms.AsNoTracking().Where(form => procedures.Contains(form.ProcedureId) && versions.Contains(form.Version)).ToListAsync(ct);
        foreach (var form in read)
            memory.Known[(form.ProcedureId, form.Version)] = new ProcedureForm(form.Version, form.Fields) { RequiredDocuments = form.RequiredDocuments };
    }
}
