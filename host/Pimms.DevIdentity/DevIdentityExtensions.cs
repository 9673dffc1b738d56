using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using OpenIddict.Server.AspNetCore;
using Pimms.Kernel;

namespace Pimms.DevIdentity;

/// <summary>The development issuer: Keycloak's addresses and token shape, in the host's own process, for people who exist only in the demonstration.</summary>
public static class DevIdentityExtensions
{
    /// <summary>Needs at least one <see cref="IPersonas"/> (any lifetime), and authentication in the pipeline.</summary>
    /// <exception cref="InvalidOperationException">The environment is not Development: whoever reaches this issuer is whoever they say they are.</exception>
    public static IServiceCollection AddDevIdentity(this IServiceCollection services, IHostEnvironment environment, IConfiguration configuration)
    {
        if (!environment.IsDevelopment())
            throw new InvalidOperationException($"The development issuer refuses to exist in {environment.EnvironmentName}. Configure Keycloak:auth-server-url.");

        services.TryAddSingleton<OwnAddress>();
        services.TryAddSingleton<KeycloakSettings>();
        services.AddSingleton<SigningKey>();
        services.AddSingleton<Clients>();
        services.AddScoped<Accounts>();
        services.AddHttpClient<BackchannelLogout>();
        services.AddSingleton(provider => new DevSessions(provider.GetRequiredService<BackchannelLogout>()));
        services.AddRazorComponents();
        services.AddSingleton(new AnsweringScheme(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Addresses.Root));
        return services.AddIssuer();
    }

    /// <summary>Nothing where <see cref="AddDevIdentity"/> was not called.</summary>
    public static IEndpointRouteBuilder MapDevIdentity(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetService<DevSessions>() is null)
            return app;

        var issuer = app.MapGroup("").WithMetadata(new OpenToAllAttribute("It is where people sign in.")).ExcludeFromDescription().DisableAntiforgery();
        string[] either = [HttpMethods.Get, HttpMethods.Post];
        issuer.MapMethods(Addresses.Authorization, either, AuthorizationEndpoint.Handle);
        issuer.MapPost(Addresses.Token, TokenEndpoint.Handle);
        issuer.MapMethods(Addresses.Logout, either, EndSessionEndpoint.Handle);
        issuer.MapMethods(Addresses.UserInfo, either, UserInfoEndpoint.Handle);
        return app;
    }
}
