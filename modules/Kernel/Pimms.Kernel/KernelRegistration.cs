using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>Registers the kernel and the modules that stand on it.</summary>
public static class KernelRegistration
{
    /// <summary>Everything modules need. The host adds sign-in, pages and its own parts.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration"><c>ConnectionStrings:Pimms</c> (required), <c>RabbitMq</c>.</param>
    /// <param name="environment">Outside Development, keys have to be encrypted.</param>
    /// <param name="modules">All modules.</param>
    public static IServiceCollection AddKernel(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, IReadOnlyList<Module> modules)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(WorkingCalendar.France);
        services.AddConnectionPools(configuration);
        services.AddRateLimits(configuration);
        services.AddScoped(typeof(Lazy<>), typeof(WhenNeeded<>));
        services.AddScoped<Caller>();
        services.AddScoped(scope => scope.GetRequiredService<Caller>().User);
        services.AddScoped<IdempotencyKey>();
        services.AddSingleton<IdempotencyStore>();
        services.AddScoped<Journal>();
        services.AddSingleton<JournalWriter>();
        services.AddScoped<DatabaseSession>();
        services.AddScoped<ModuleDataContext>();
        services.AddSingleton<Migrator>();
        services.AddMediation();
        services.AddDocuments();

        foreach (var module in (IEnumerable<Module>)[new PlatformModule(), .. modules])
        {
            services.AddSingleton(module);
            services.AddHandlers(module.Assembly);
            module.AddServices(new ModuleBuilder(module, services, configuration));
        }
        services.AddSingleton<PermissionTable>();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicyProvider>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();

        services.AddSingleton<IntegrationEvents>();
        services.AddSingleton<ReactionRegistrations>();
        services.AddSingleton<OutboxState>();
        services.AddSingleton<OutboxSignal>();
        services.AddBus(configuration);
        services.AddHostedService<OutboxListener>();
        services.AddHostedService<OutboxDispatcher>();
        services.AddHostedService<Scheduler>();

        services.AddDataProtection().SetApplicationName("Pimms.Platform").UnderCertificate(configuration, environment)
            // For keys made from now on: one pass instead of two. Each key knows what it was made for.
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(all =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new ProtectionKeys(all.GetRequiredKeyedService<NpgsqlDataSource>(ConnectionPools.Beside))));
        return services;
    }

    /// <summary>Lets unsafe repeats do nothing twice; after sign-in, before pages and endpoints.</summary>
    public static IApplicationBuilder UseIdempotency(this IApplicationBuilder app) => app.UseMiddleware<IdempotencyMiddleware>();

    /// <summary>A part that is made when it is first asked for: for whoever most often remembers the answer.</summary>
    private sealed class WhenNeeded<T>(IServiceProvider services) : Lazy<T>(services.GetRequiredService<T>) where T : notnull;
}
