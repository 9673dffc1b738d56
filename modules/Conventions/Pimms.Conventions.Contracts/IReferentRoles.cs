namespace Pimms.Conventions.Contracts;

/// <summary>For whom a convention has somebody to ask: for whoever closes that person's access.</summary>
public interface IReferentRoles
{
    /// <summary>The references (<c>2025-07</c>) of conventions that have not ended and name this person as a referent or deputy, in order.</summary>
    Task<IReadOnlyList<string>> Of(Guid personId, CancellationToken ct);
}
