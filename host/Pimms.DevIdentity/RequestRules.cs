using OpenIddict.Abstractions;
using OpenIddict.Server;
using Pimms.Kernel;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Pimms.DevIdentity;

/// <summary>What the realm file says of the clients: without a store, nobody else checks it.</summary>
internal sealed class RequestRules(Clients clients, SigningKey key, KeycloakSettings settings) :
    IOpenIddictServerHandler<ValidateAuthorizationRequestContext>,
    IOpenIddictServerHandler<ValidateTokenRequestContext>,
    IOpenIddictServerHandler<ExtractEndSessionRequestContext>,
    IOpenIddictServerHandler<ValidateEndSessionRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != clients.Web)
            context.Reject(Errors.InvalidClient, "Client not found.");
        else if (!clients.MayReturnTo(context.RedirectUri))
            context.Reject(Errors.InvalidRequest, "Invalid parameter: redirect_uri");
        return default;
    }

    public ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        var password = context.Request.IsPasswordGrantType();
        if (context.ClientId == Clients.Scripts ? context.Request.IsAuthorizationCodeGrantType() : password)
            context.Reject(Errors.UnauthorizedClient, "Client not allowed for this grant");
        else if (context.ClientId != Clients.Scripts && !clients.IsWeb(context.ClientId, context.ClientSecret))
            context.Reject(Errors.InvalidClient, "Invalid client or Invalid client credentials");
        return default;
    }

    // Signing out of a session that began before the host's last start must work, though the key is gone.
    public async ValueTask HandleAsync(ExtractEndSessionRequestContext context)
    {
        if (context.Request?.IdTokenHint is { } hint && await key.Read(hint, settings.Realm, evenExpired: true) is null)
            context.Request.IdTokenHint = null;
    }

    public ValueTask HandleAsync(ValidateEndSessionRequestContext context)
    {
        if (context.PostLogoutRedirectUri is { } uri && !clients.MayLeaveTo(uri))
            context.Reject(Errors.InvalidRequest, "Invalid redirect uri");
        return default;
    }
}
