namespace Pimms.Users;

/// <summary>Who somebody is, as the identity provider knows the person too.</summary>
/// <param name="GivenName">Given name.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="Email">Where mails go.</param>
/// <param name="UserName">What the person signs in with; whoever was invited, with the address.</param>
/// <param name="Subject">The <c>sub</c> of the person's tokens; null until an invited person has signed in once.</param>
internal sealed record Account(string GivenName, string FamilyName, string Email, string UserName, string? Subject)
{
    public static Account ToInvite(string givenName, string familyName, string email)
    {
        var address = email.Trim().ToLowerInvariant();
        return new(givenName.Trim(), familyName.Trim(), address, address, null);
    }
}
