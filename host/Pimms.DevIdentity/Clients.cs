using Pimms.Kernel;

namespace Pimms.DevIdentity;

/// <summary>The two clients, as the realm file has them.</summary>
internal sealed class Clients(KeycloakSettings settings, OwnAddress own)
{
    public const string Scripts = "pimms-dev";

    public string Web => settings.Client;

    public string BackchannelLogout => own.Value + "/signout-backchannel";

    public bool IsWeb(string? client, string? secret) => client == Web && secret == settings.Secret;

    public bool MayReturnTo(string? uri) => IsOwn(uri, "/signin-oidc");

    public bool MayLeaveTo(string? uri) => IsOwn(uri, "/signout-callback-oidc");

    // localhost and 127.0.0.1 are the same host to whoever types the address.
    private bool IsOwn(string? uri, string path) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var asked)
        && Uri.TryCreate(own.Value, UriKind.Absolute, out var mine)
        && asked.AbsolutePath == path && asked.Query.Length == 0 && asked.Fragment.Length == 0 && asked.UserInfo.Length == 0
        && asked.Scheme == mine.Scheme && asked.Port == mine.Port
        && (asked.Host == mine.Host || (asked.IsLoopback && mine.IsLoopback));
}
