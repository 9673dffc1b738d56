namespace Pimms.Users;

/// <summary>When a person was last here, to the day. Beside the person, so that being here changes no version that somebody's form has seen.</summary>
internal sealed class Presence
{
    /// <summary>Warned after so many days without a sign-in; closed after the last.</summary>
    public static readonly (int First, int Second, int End) Days = (120, 150, 180);

    public required Guid PersonId { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>How many days had passed when the person was last warned; 0 since it was here.</summary>
    public int WarnedAfterDays { get; set; }

    /// <summary>Which warning is due now; null for none.</summary>
    public int? WarningDue(DateTimeOffset now) => (now - SeenAt).TotalDays switch
    {
        >= 180 => null,
        >= 150 when WarnedAfterDays < Days.Second => Days.Second,
        >= 120 when WarnedAfterDays < Days.First => Days.First,
        _ => null,
    };

    public bool HasEnded(DateTimeOffset now) => (now - SeenAt).TotalDays >= Days.End;
}
