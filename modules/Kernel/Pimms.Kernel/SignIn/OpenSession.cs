namespace Pimms.Kernel;

/// <summary>One session as its owner may know it.</summary>
/// <param name="Id">Names it; it opens nothing.</param>
/// <param name="IssuerSession">The issuer's name of the session it began with.</param>
/// <param name="Since">When the person signed in.</param>
/// <param name="SeenAt">When it was last used, to the minute.</param>
public sealed record OpenSession(string Id, string IssuerSession, DateTimeOffset Since, DateTimeOffset SeenAt);
