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

/// <summary>A day of a convention comes near: administrators and referents are told once at each of 120, 90 and 30 days before.</summary>
/// <param name="ConventionId">The convention.</param>
/// <param name="PartnerId">Its partner.</param>
/// <param name="Reference">What people call the convention: <c>2025-07</c>.</param>
/// <param name="Kind"><c>Notice</c> (the last day to give notice), <c>End</c>, or <c>Renewal</c> (the last day of a term that another one follows).</param>
/// <param name="Day">The day, Europe/Paris.</param>
/// <param name="DaysLeft">How many days are left.</param>
/// <param name="ReferentIds">The referents and deputies of both sides.</param>
/// <param name="At">When it was noticed, UTC.</param>
public sealed record ConventionTermNear(Guid ConventionId, Guid PartnerId, string Reference, string Kind, DateOnly Day, int DaysLeft, IReadOnlyList<Guid> ReferentIds, DateTimeOffset At);
