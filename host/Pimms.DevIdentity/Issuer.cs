using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using Pimms.Kernel;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers.Protection;

namespace Pimms.DevIdentity;

internal static class Issuer
{
    public static IServiceCollection AddIssuer(this IServiceCollection services)
    {
        services.AddSingleton<RequestRules>();
        services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode()
                .SetConfigurationEndpointUris(Addresses.Configuration)
                .SetAuthorizationEndpointUris(Addresses.Authorization)
                .SetTokenEndpointUris(Addresses.Token)
                .SetJsonWebKeySetEndpointUris(Addresses.Certificates)
                .SetEndSessionEndpointUris(Addresses.Logout)
                .AllowAuthorizationCodeFlow()
                .AllowPasswordFlow()
                .AllowRefreshTokenFlow()
                .RequireProofKeyForCodeExchange()
                .RegisterScopes(Scopes.Profile, Scopes.Email)
                .SetAccessTokenLifetime(TimeSpan.FromMinutes(5))
                .SetIdentityTokenLifetime(TimeSpan.FromMinutes(5))
                .SetRefreshTokenLifetime(TimeSpan.FromMinutes(30))
                .DisableAccessTokenEncryption()
                // Codes and refresh tokens are for itself alone: one key to close and to open them, where AddEphemeralEncryptionKey takes seconds to find primes.
                .AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
            server.UseAspNetCore()
                .EnableAuthorizationEndpointPassthrough()
                .EnableTokenEndpointPassthrough()
                .EnableEndSessionEndpointPassthrough()
                .DisableTransportSecurityRequirement();

            server.AddEventHandler<ValidateAuthorizationRequestContext>(rule => rule.UseSingletonHandler<RequestRules>());
            server.AddEventHandler<ValidateTokenRequestContext>(rule => rule.UseSingletonHandler<RequestRules>());
            server.AddEventHandler<ExtractEndSessionRequestContext>(rule => rule.UseSingletonHandler<RequestRules>().SetOrder(int.MaxValue - 1));
            server.AddEventHandler<ValidateEndSessionRequestContext>(rule => rule.UseSingletonHandler<RequestRules>());
            server.AddEventHandler<GenerateTokenContext>(shape => shape.UseSingletonHandler<KeycloakTokenShape>()
                .SetOrder(GenerateIdentityModelToken.Descriptor.Order - 1));
            server.AddEventHandler<HandleConfigurationRequestContext>(more => more.UseInlineHandler(context =>
            {
                context.UserInfoEndpoint = new Uri(context.BaseUri!, Addresses.UserInfo);
                context.Metadata["backchannel_logout_supported"] = true;
                context.Metadata["backchannel_logout_session_supported"] = true;
                return default;
            }));
        });
        // The address is known when the host has started: options are made at the first request.
        services.AddOptions<OpenIddictServerOptions>().Configure<SigningKey, KeycloakSettings>((options, key, settings) =>
        {
            // Another party's clock: tests move only the platform's.
            options.TimeProvider = TimeProvider.System;
            options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
            options.SigningCredentials.Add(key.Credentials);
            options.Issuer = new Uri(settings.Realm);
        });
        return services;
    }
}
