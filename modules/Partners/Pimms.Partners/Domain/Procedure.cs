namespace Pimms.Partners;

/// <summary>Something a unit can be asked, with its form.</summary>
internal sealed class Procedure : Offer
{
    public Procedure(Guid id, Guid partnerId, Guid unitId, string title, string description) =>
        (Id, PartnerId, UnitId, Title, Description) = (id, partnerId, unitId, title, description);

    public Guid PartnerId { get; private set; }

    public Guid UnitId { get; private set; }

    public string Title { get; private set; }

    /// <summary>When to use it and what it can give; empty when the title says it all.</summary>
    public string Description { get; private set; }

    /// <summary>The version that is filled in today; 0 until the first is made.</summary>
    public int FormVersion { get; private set; }

    public void Edit(string title, string description) => (Title, Description) = (title, description);

    /// <summary>Makes the next version of the form: a version that exists never changes, referrals are read by it.</summary>
    public FormVersion Revise(IReadOnlyList<FormField> fields, IReadOnlyList<string> requiredDocuments, DateTimeOffset at) => new(Id, PartnerId, ++FormVersion, fields, [.. requiredDocuments], at);
}
