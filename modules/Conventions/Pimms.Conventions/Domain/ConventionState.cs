namespace Pimms.Conventions;

/// <summary>Where a convention is in its life. Stored and sent by name.</summary>
internal enum ConventionState
{
    /// <summary>Being written; opens nothing, and the partner does not see it.</summary>
    Draft,

    /// <summary>Signed; opens the channel between its dates.</summary>
    Active,

    /// <summary>Its term is over and the next signature is awaited; open until a day that was set.</summary>
    Prolonged,

    /// <summary>Signed, but nothing new is sent for now.</summary>
    Suspended,

    /// <summary>Over.</summary>
    Ended,
}

/// <summary>Why a convention ends, or will.</summary>
internal enum EndReason
{
    /// <summary>Its last day goes by.</summary>
    Expired,

    /// <summary>Somebody gave notice, or ended it.</summary>
    Terminated,

    /// <summary>Another convention takes its place.</summary>
    Replaced,
}
