namespace Pimms.Kernel;

/// <summary>Whom the platform lets in, and as whom: its own database decides, and the token must agree.</summary>
public interface IAdmission
{
    /// <summary>The person behind a valid token, or null when that person may not enter: unknown, deactivated, or known otherwise than the token says.</summary>
    /// <remarks>Called within a transaction of background work, which is committed afterwards: a first sign-in may link the subject to an invited person.</remarks>
    /// <param name="subject">The token's <c>sub</c>.</param>
    /// <param name="tokenRoles">The token's realm roles, by Keycloak's names.</param>
    /// <param name="tokenPartnerId">The token's <c>partner_id</c>; null when it has none.</param>
    /// <param name="ct">Cancels the question.</param>
    Task<CurrentUser?> Admit(string subject, IReadOnlyCollection<string> tokenRoles, string? tokenPartnerId, CancellationToken ct);
}
