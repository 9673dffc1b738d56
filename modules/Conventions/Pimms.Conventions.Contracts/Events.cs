namespace Pimms.Conventions.Contracts;

/// <summary>No new referral is sent under a convention for now; those that run finish under it.</summary>
/// <param name="ConventionId">The convention.</param>
/// <param name="PartnerId">Its partner.</param>
/// <param name="At">When, UTC.</param>
public sealed record ConventionSuspended(Guid ConventionId, Guid PartnerId, DateTimeOffset At);

/// <summary>New referrals may be sent again under a convention that was suspended, within its dates.</summary>
/// <param name="ConventionId">The convention.</param>
/// <param name="PartnerId">Its partner.</param>
/// <param name="At">When, UTC.</param>
public sealed record ConventionResumed(Guid ConventionId, Guid PartnerId, DateTimeOffset At);

/// <summary>A convention is over, at its term or before: no new referral is ever sent under it, those that run finish under it.</summary>
/// <param name="ConventionId">The convention.</param>
/// <param name="PartnerId">Its partner.</param>
/// <param name="LastDay">The last day it applied, Europe/Paris.</param>
/// <param name="At">When the platform ended it, UTC.</param>
public sealed record ConventionEnded(Guid ConventionId, Guid PartnerId, DateOnly LastDay, DateTimeOffset At);
