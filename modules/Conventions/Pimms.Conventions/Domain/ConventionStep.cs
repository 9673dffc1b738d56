namespace Pimms.Conventions;

/// <summary>One line of a convention's history: what was done, when, by whom, why. Written once; the database refuses to change it.</summary>
internal sealed class ConventionStep : IJournaled
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ConventionId { get; private init; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) JournalSubject => ("convention", ConventionId);

    /// <summary>The convention's, so that the row is protected by itself.</summary>
    public Guid PartnerId { get; private init; }

    /// <summary>The convention's: whether its partner may see it.</summary>
    public bool Published { get; private set; }

    public required StepKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Empty when the platform did it by itself.</summary>
    public required Guid ById { get; init; }

    /// <summary>As the person was called then.</summary>
    public required string ByName { get; init; }

    /// <summary>Empty where none is asked.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The day that the step is about: of signature, of an amendment's effect, of a payment, or the last day of the convention.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Euros received; negative when an entry is taken back.</summary>
    public decimal? Amount { get; init; }

    public static ConventionStep Of(Convention convention, StepKind kind, CurrentUser by, DateTimeOffset at, string reason = "", DateOnly? day = null, decimal? amount = null) => new()
    {
        ConventionId = convention.Id,
        PartnerId = convention.PartnerId,
        Published = convention.Published,
        Kind = kind,
        At = at,
        ById = by.Id,
        ByName = by.Name,
        Reason = reason,
        Day = day,
        Amount = amount,
    };

    public void Publish() => Published = true;
}

/// <summary>The kinds of steps.</summary>
internal enum StepKind
{
    Drafted,
    Edited,

    /// <summary>A signature waits for a second administrator.</summary>
    ActivationProposed,

    /// <summary>An amendment waits for a second administrator.</summary>
    AmendmentProposed,

    /// <summary>What was proposed is not done.</summary>
    ProposalRefused,

    Activated,

    /// <summary>A new version was signed.</summary>
    Amended,

    Suspended,
    Resumed,

    /// <summary>It goes on by itself for another term.</summary>
    Renewed,

    /// <summary>It goes on for a while although the next signature is awaited.</summary>
    Prolonged,

    /// <summary>It will end on a day that is still to come.</summary>
    TerminationAnnounced,

    /// <summary>It will end when the convention that replaces it begins.</summary>
    ReplacementAnnounced,

    /// <summary>It was ended by a person, or by a notice that a person gave.</summary>
    Terminated,

    /// <summary>Another convention took its place.</summary>
    Replaced,

    /// <summary>Its last day went by.</summary>
    Expired,

    ReferentsChanged,

    /// <summary>A referent left, and the deputy took the place.</summary>
    DeputyTookOver,

    /// <summary>A referent left, and nobody took the place.</summary>
    ReferentLeft,

    /// <summary>A deputy left.</summary>
    DeputyLeft,

    ContributionReceived,
    DocumentAdded,
}
