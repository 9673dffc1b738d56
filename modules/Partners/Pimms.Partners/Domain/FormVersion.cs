namespace Pimms.Partners;

/// <summary>What a procedure asked from a day on. Written once.</summary>
internal sealed class FormVersion : IJournaled
{
    public FormVersion(Guid procedureId, Guid partnerId, int version, IReadOnlyList<FormField> fields, string[] requiredDocuments, DateTimeOffset madeAt) =>
        (ProcedureId, PartnerId, Version, Fields, RequiredDocuments, MadeAt) = (procedureId, partnerId, version, fields, requiredDocuments, madeAt);

    /// <inheritdoc/>
    public (string Kind, Guid Id) JournalSubject => ("procedure", ProcedureId);

    public Guid ProcedureId { get; private set; }

    public Guid PartnerId { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<FormField> Fields { get; private set; }

    /// <summary>As people call them; empty when nothing must be attached.</summary>
    public string[] RequiredDocuments { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }
}
