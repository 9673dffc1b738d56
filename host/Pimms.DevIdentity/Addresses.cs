namespace Pimms.DevIdentity;

/// <summary>Keycloak's paths below the host's root.</summary>
internal static class Addresses
{
    /// <summary>What all of them begin with.</summary>
    public const string Root = "/realms";

    private const string Realm = "realms/pimms";
    private const string Protocol = Realm + "/protocol/openid-connect";

    public const string Configuration = Realm + "/.well-known/openid-configuration";
    public const string Authorization = Protocol + "/auth";
    public const string Token = Protocol + "/token";
    public const string Certificates = Protocol + "/certs";
    public const string Logout = Protocol + "/logout";
    public const string UserInfo = Protocol + "/userinfo";
}
