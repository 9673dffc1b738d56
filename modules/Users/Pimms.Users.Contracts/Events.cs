namespace Pimms.Users.Contracts;

/// <summary>A person no longer has access: what was assigned to it waits for somebody else.</summary>
/// <param name="PersonId">Who left.</param>
/// <param name="At">When, UTC.</param>
public sealed record PersonDeactivated(Guid PersonId, DateTimeOffset At);
