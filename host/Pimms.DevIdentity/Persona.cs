namespace Pimms.DevIdentity;

/// <summary>Somebody the development issuer lets in without more than a click.</summary>
/// <param name="Subject">The <c>sub</c> of this person's tokens; stable over restarts.</param>
/// <param name="Group">Heading under which the picker shows the person.</param>
/// <param name="Label">What the person does, in a few words.</param>
/// <param name="Roles">Realm roles, as Keycloak names them (<c>mediator</c>, <c>partner-agent</c> …).</param>
/// <param name="PartnerId">The <c>partner_id</c> claim; null for people of the association.</param>
public sealed record Persona(
    string UserName,
    string Subject,
    string GivenName,
    string FamilyName,
    string Email,
    string Group,
    string Label,
    IReadOnlyList<string> Roles,
    string? PartnerId);
