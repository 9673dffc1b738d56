namespace Pimms.Conventions;

/// <summary>Where a convention is in its life. Stored and sent by name.</summary>
internal enum ConventionState
{
    /// <summary>Being written; opens nothing, and the partner does not see it.</summary>
    Draft,

    /// <summary>Signed; opens the channel between its dates.</summary>
    Active,

    /// <summary>Signed, but nothing new is sent for now.</summary>
    Suspended,

    /// <summary>Over.</summary>
    Ended,
}
