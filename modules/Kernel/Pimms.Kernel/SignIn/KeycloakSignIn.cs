using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Pimms.Kernel;

/// <summary>
/// Sign-in with Keycloak: pages by the code flow and a cookie, <c>/api</c> by bearer tokens, and never one with the other's proof.
/// It does the work of Keycloak.AuthServices.Authentication with the framework's own handlers and reads the same <c>Keycloak</c> section.
/// </summary>
public static class KeycloakSignIn
{
    internal const string Pages = OpenIdConnectDefaults.AuthenticationScheme;
    internal const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;
    internal const string Api = JwtBearerDefaults.AuthenticationScheme;
    internal const string CallbackPath = "/signin-oidc";
    internal const string SignedOutCallbackPath = "/signout-callback-oidc";
    internal static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];
    internal static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(10);

    private const string Chosen = "pimms";

    /// <summary>Needs an <see cref="IAdmission"/>, the kernel, and <c>UseCurrentUser</c> and <c>MapSignIn</c> on the application.</summary>
    /// <exception cref="InvalidOperationException">Outside development, something of the <c>Keycloak</c> section is missing; it is named.</exception>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IHostEnvironment environment, IConfiguration configuration)
    {
        KeycloakSettings.Check(configuration, environment);
        services.TryAddSingleton<OwnAddress>();
        services.TryAddSingleton<KeycloakSettings>();
        services.TryAddSingleton<PublicAddress>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SessionTickets>();
        services.AddSingleton<KeptForms>();
        services.AddSingleton<ThisSession>();
        services.AddSingleton<AdmissionCache>();
        services.AddSingleton<LogoutToken>();

        services.AddHttpContextAccessor();
        services.AddSingleton<IAuthenticationSchemeProvider, SchemesByAddress>();
        services.AddSingleton(new AnsweringScheme(Pages, CallbackPath));
        services.AddSingleton(new AnsweringScheme(Pages, SignedOutCallbackPath));
        services.AddAuthentication(Chosen)
            .AddPolicyScheme(Chosen, null, options => options.ForwardDefaultSelector = http => http.Request.IsApi() ? Api : Cookie)
            .AddCookie(Cookie)
            .AddOpenIdConnect(Pages, _ => { })
            .AddJwtBearer(Api);
        // Options are made at the first request: the embedded issuer's address is known when the host has started.
        services.AddOptions<CookieAuthenticationOptions>(Cookie).Configure<KeycloakSettings, SessionTickets>(Configure);
        services.AddOptions<OpenIdConnectOptions>(Pages).Configure<KeycloakSettings>(Configure);
        services.AddOptions<JwtBearerOptions>(Api).Configure<KeycloakSettings>(Configure);
        services.AddOptions<AntiforgeryOptions>().Configure<KeycloakSettings>((options, settings) => Harden(options.Cookie, "pimms-form", settings));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    private static void Configure(CookieAuthenticationOptions options, KeycloakSettings settings, SessionTickets tickets)
    {
        Harden(options.Cookie, "pimms", settings);
        options.CookieManager = new SessionCookies();
        options.SessionStore = tickets;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(30);
        options.SlidingExpiration = true;
        options.LoginPath = SignInAddresses.SignIn;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = PageAnswers.Challenge;
        options.Events.OnRedirectToAccessDenied = PageAnswers.Forbid;
    }

    private static void Configure(OpenIdConnectOptions options, KeycloakSettings settings)
    {
        options.Authority = settings.Realm;
        options.RequireHttpsMetadata = settings.RequireHttps;
        options.ClientId = settings.Client;
        options.ClientSecret = settings.Secret;
        options.SignInScheme = Cookie;
        options.SignOutScheme = Cookie;
        options.CallbackPath = CallbackPath;
        options.SignedOutCallbackPath = SignedOutCallbackPath;
        options.SignedOutRedirectUri = SignInAddresses.SignedOut;
        // A logout by the browser's frames needs third-party cookies; the back channel does not.
        options.RemoteSignOutPath = default;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The default answer is a form posted by a script, which needs a cookie that http cannot have.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        // Keycloak advertises them, and a wrong redirect address would then be an exception here and not a page there.
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.DisableTelemetry = true;
        // The issuer's clock is the real one, and so is the one of the browser that keeps these cookies.
        options.TimeProvider = TimeProvider.System;
        options.MapInboundClaims = false;
        options.Scope.Add("email");
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.ClockSkew = ClockSkew;
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = settings.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        }
        options.Events.OnRedirectToIdentityProvider = PageSignIn.Ask;
        options.Events.OnTokenValidated = PageSignIn.Keep;
        options.Events.OnRemoteFailure = PageAnswers.Failed;
    }

    private static void Configure(JwtBearerOptions options, KeycloakSettings settings)
    {
        options.Authority = settings.Realm;
        options.RequireHttpsMetadata = settings.RequireHttps;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.ValidAudience = KeycloakSettings.ApiAudience;
        options.TokenValidationParameters.ValidateAudience = settings.VerifyAudience;
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.ClockSkew = ClockSkew;
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = ApiSignIn.Keep,
            OnChallenge = ApiRefusals.Challenge,
            OnForbidden = ApiRefusals.Forbid,
        };
    }

    // Cookies do not know ports: two hosts of one developer keep theirs apart by name.
    private static void Harden(CookieBuilder cookie, string name, KeycloakSettings settings)
    {
        cookie.Name = (settings.SecureCookies ? "__Host-" : "") + name + settings.CookieSuffix;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = settings.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
