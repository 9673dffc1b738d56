namespace Pimms.Users;

/// <summary>Who somebody is, as the identity provider knows the person too.</summary>
internal sealed record Account(string GivenName, string FamilyName, string Email, string UserName, string Subject);
