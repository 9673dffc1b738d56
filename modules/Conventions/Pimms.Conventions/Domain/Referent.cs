namespace Pimms.Conventions;

/// <summary>Who speaks for one side of a convention, or stands in. A person's place, not part of what was signed: it changes without an amendment.</summary>
internal sealed class Referent : IJournaled
{
    public Guid ConventionId { get; private init; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) JournalSubject => ("convention", ConventionId);

    public Guid PartnerId { get; private init; }

    public bool Published { get; private set; }

    /// <summary>Association or partner.</summary>
    public Side Side { get; private init; }

    public ReferentRank Rank { get; private init; }

    public Guid PersonId { get; private set; }

    /// <summary>As the person was called when this was written.</summary>
    public string Name { get; private set; } = "";

    public static Referent Of(Convention convention, Side side, ReferentRank rank, PersonSummary person) => new()
    {
        ConventionId = convention.Id,
        PartnerId = convention.PartnerId,
        Published = convention.Published,
        Side = side,
        Rank = rank,
        PersonId = person.Id,
        Name = person.Name,
    };

    public void Become(PersonSummary person) => (PersonId, Name) = (person.Id, person.Name);

    public void Publish() => Published = true;
}

/// <summary>First or stand-in.</summary>
internal enum ReferentRank
{
    Referent,
    Deputy,
}
