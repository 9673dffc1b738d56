namespace Pimms.Conventions;

/// <summary>That administrators and referents were told of a day that comes near: once, which its key holds to.</summary>
internal sealed class TermAlert
{
    /// <summary>Days before, the first one first.</summary>
    public static readonly int[] Ahead = [120, 90, 30];

    public Guid ConventionId { get; init; }

    public Guid PartnerId { get; init; }

    public TermAlertKind Kind { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>120, 90 or 30.</summary>
    public int DaysBefore { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>What comes near. On the event by name.</summary>
internal enum TermAlertKind
{
    /// <summary>The last day to give notice.</summary>
    Notice,

    /// <summary>The last day of a convention that does not go on by itself.</summary>
    End,

    /// <summary>The last day of a term that another one follows.</summary>
    Renewal,
}
