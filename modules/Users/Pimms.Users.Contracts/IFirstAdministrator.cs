namespace Pimms.Users.Contracts;

/// <summary>Lets an administrator in where nobody is there yet who could invite one: for the server's own command, never for a page.</summary>
public interface IFirstAdministrator
{
    /// <summary>Invites the person, or once more whoever was invited at this address and has not come yet.</summary>
    /// <param name="email">Its address; it signs in with it.</param>
    /// <param name="givenName">Given name.</param>
    /// <param name="familyName">Family name.</param>
    /// <param name="ct">Cancels the work.</param>
    /// <returns>Null when the invitation is on its way; otherwise the text key of why it is not.</returns>
    Task<string?> Invite(string email, string givenName, string familyName, CancellationToken ct);
}
