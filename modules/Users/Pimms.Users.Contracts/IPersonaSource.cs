namespace Pimms.Users.Contracts;

/// <summary>Who may sign in, for the development issuer: there, everybody may be played by everybody. Never used in Production.</summary>
public interface IPersonaSource
{
    /// <summary>Everybody who is active: mediators and leads by site, then partners' people by partner, then administrators.</summary>
    Task<IReadOnlyList<PersonaAccount>> Active(CancellationToken ct);
}

/// <summary>A person as the development issuer makes tokens of it.</summary>
/// <param name="UserName">What the person types to sign in.</param>
/// <param name="Subject">The <c>sub</c> of its tokens; stable over restarts.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Role">Name of the one role: <c>SiteLead</c>.</param>
/// <param name="RealmRoles">The roles of its tokens, as Keycloak names them.</param>
/// <param name="PartnerId">The <c>partner_id</c> of its tokens; null for people of the association.</param>
/// <param name="Place">The site's or the partner's name; null for administrators.</param>
/// <param name="Units">The names of an agent's units; null for everyone else.</param>
public sealed record PersonaAccount(
    string UserName, string Subject, string GivenName, string FamilyName, string Email, string Role, IReadOnlyList<string> RealmRoles, Guid? PartnerId, string? Place, string? Units);
