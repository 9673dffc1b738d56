using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>
/// One module: a schema, its use cases and its pages. The only type a module exports besides its Contracts.
/// Handlers and validators are found by themselves; what is declared here is what cannot be guessed.
/// </summary>
public abstract class Module
{
    /// <summary>Lower case; the name of its database schema.</summary>
    public abstract string Name { get; }

    /// <summary>The module's code: where handlers, validators, pages and texts are found.</summary>
    public Assembly Assembly => GetType().Assembly;

    /// <summary>Each permission the module knows, and the roles that hold it.</summary>
    public abstract IReadOnlyDictionary<string, Role[]> Permissions { get; }

    /// <summary>Registers the module's <see cref="ModuleDbContext"/>, the interfaces of its Contracts, its reactions and its schedules.</summary>
    public abstract void AddServices(ModuleBuilder builder);

    /// <summary>Adds the module's HTTP endpoints below <c>/api/v1</c>.</summary>
    public virtual void MapApi(IEndpointRouteBuilder api)
    {
    }

    /// <summary>Adds what is neither a page nor the API: addresses that other programs read by themselves. Each states its permission, or why it is open.</summary>
    public virtual void MapAddresses(IEndpointRouteBuilder routes)
    {
    }

    /// <summary>
    /// Fills an empty schema with the module's part of the demonstration association; does nothing when something is there. Development only.
    /// Called in the modules' order, within the caller's transaction and as background work. Ids come from <see cref="DemonstrationId"/>.
    /// </summary>
    /// <param name="services">The scope.</param>
    /// <param name="ct">Cancels the work.</param>
    public virtual Task SeedDemonstration(IServiceProvider services, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>What a module registers with.</summary>
/// <param name="Module">The module.</param>
/// <param name="Services">The host's services.</param>
/// <param name="Configuration">The host's configuration.</param>
public sealed record ModuleBuilder(Module Module, IServiceCollection Services, IConfiguration Configuration);
