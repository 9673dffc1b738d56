namespace Pimms.Kernel;

/// <summary>What a person may be on the platform: exactly one. Names are those of the API (<c>role</c>).</summary>
public enum Role
{
    /// <summary>Opens cases and sends referrals, on its own sites.</summary>
    Mediator,

    /// <summary>A mediator who also sees and reassigns all of its sites' cases.</summary>
    SiteLead,

    /// <summary>Answers the referrals sent to its own units.</summary>
    PartnerAgent,

    /// <summary>Answers for all units of its partner and runs its team.</summary>
    PartnerManager,

    /// <summary>Manages partners, conventions and people; never sees the content of a case.</summary>
    Administrator,
}

/// <summary>The two ends of the channel, and the platform itself.</summary>
public enum Side
{
    /// <summary>Nobody is signed in.</summary>
    None,

    /// <summary>Mediators, site leads and administrators.</summary>
    Association,

    /// <summary>Agents and managers of a partner.</summary>
    Partner,

    /// <summary>Background work: schedules, reactions, sign-in itself.</summary>
    System,
}
