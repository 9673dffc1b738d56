namespace Pimms.Users.Contracts;

/// <summary>A person no longer has access: what was assigned to it waits for somebody else.</summary>
/// <param name="PersonId">Who left.</param>
/// <param name="At">When, UTC.</param>
public sealed record PersonDeactivated(Guid PersonId, DateTimeOffset At);

/// <summary>A person was given access and has not signed in yet: it is told where to.</summary>
/// <param name="PersonId">Who is invited.</param>
/// <param name="At">When, UTC.</param>
public sealed record PersonInvited(Guid PersonId, DateTimeOffset At);
