using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Pimms.Kernel;

/// <summary>What goes to the issuer with a person, and what is kept of what comes back.</summary>
internal static class PageSignIn
{
    public const string Hint = "login_hint";

    public static Task Ask(RedirectContext context)
    {
        context.ProtocolMessage.LoginHint = context.Properties.GetParameter<string>(Hint);
        context.ProtocolMessage.UiLocales = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return Task.CompletedTask;
    }

    public static Task Keep(TokenValidatedContext context)
    {
        // The id token has no roles. The access token came over the back channel, from the issuer itself.
        var access = new JsonWebToken(context.TokenEndpointResponse!.AccessToken);
        if (access.Subject != context.Principal!.FindFirstValue(SignInClaims.Subject))
        {
            context.Fail("The access token is another person's.");
            return Task.CompletedTask;
        }

        context.Principal = SignInClaims.Of(access, KeycloakSignIn.Cookie);
        // Only where to go now, and what signing out needs.
        var target = context.Properties!.RedirectUri;
        context.Properties.Items.Clear();
        context.Properties.RedirectUri = target;
        context.Properties.StoreTokens([new() { Name = "id_token", Value = context.TokenEndpointResponse.IdToken }]);
        return Task.CompletedTask;
    }
}
