namespace Pimms.Kernel;

/// <summary>Whom the platform lets in, and as whom: its own database decides, and the token must agree.</summary>
public interface IAdmission
{
    /// <summary>The person behind a valid token, or null when that person may not enter: unknown, deactivated, or known otherwise than the token says.</summary>
    /// <remarks>Called within a transaction of background work, which is committed afterwards.</remarks>
    /// <param name="subject">The token's <c>sub</c>.</param>
    /// <param name="tokenRoles">The token's realm roles, by Keycloak's names.</param>
    /// <param name="tokenPartnerId">The token's <c>partner_id</c>; null when it has none.</param>
    /// <param name="ct">Cancels the question.</param>
    Task<CurrentUser?> Admit(string subject, IReadOnlyCollection<string> tokenRoles, string? tokenPartnerId, CancellationToken ct);

    /// <summary>Links the subject of a first sign-in to the person who was invited at this address, if there is one.</summary>
    /// <param name="subject">The token's <c>sub</c>, which was not admitted.</param>
    /// <param name="verifiedEmail">The token's <c>email</c>, which the issuer has verified.</param>
    /// <param name="tokenPartnerId">The token's <c>partner_id</c>; null when it has none.</param>
    /// <param name="ct">Cancels the work.</param>
    Task Recognise(string subject, string verifiedEmail, string? tokenPartnerId, CancellationToken ct);
}
