namespace Pimms.Conventions;

/// <summary>One line of a convention's history: what was done, when, by whom, why. Written once; the database refuses to change it.</summary>
internal sealed class ConventionStep
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ConventionId { get; private init; }

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

    /// <summary>The day that the step is about: of signature, or the last day of the convention.</summary>
    public DateOnly? Day { get; init; }

    public static ConventionStep Of(Convention convention, StepKind kind, CurrentUser by, DateTimeOffset at, string reason = "", DateOnly? day = null) => new()
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
    };

    public void Publish() => Published = true;
}

/// <summary>The kinds of steps.</summary>
internal enum StepKind
{
    Drafted,
    Edited,
    Activated,
    Suspended,
    Resumed,

    /// <summary>Its end was brought forward to a day that is still to come.</summary>
    TerminationAnnounced,

    /// <summary>It was ended by a person before its term.</summary>
    Terminated,

    /// <summary>Its last day went by.</summary>
    Expired,
}
