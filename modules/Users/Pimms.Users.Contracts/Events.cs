namespace Pimms.Users.Contracts;

/// <summary>A person no longer has access: what was assigned to it waits for somebody else.</summary>
/// <param name="PersonId">Who left.</param>
/// <param name="At">When, UTC.</param>
/// <param name="SuccessorId">Who takes over what it had in hand, where that person may; null for whoever comes.</param>
public sealed record PersonDeactivated(Guid PersonId, DateTimeOffset At, Guid? SuccessorId = null);

/// <summary>Whether a person may enter, as what and where has changed: its account follows.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="At">When, UTC.</param>
public sealed record PersonChanged(Guid PersonId, DateTimeOffset At);

/// <summary>A person was given access and has not signed in yet: it is told where to.</summary>
/// <param name="PersonId">Who is invited.</param>
/// <param name="At">When, UTC.</param>
public sealed record PersonInvited(Guid PersonId, DateTimeOffset At);
