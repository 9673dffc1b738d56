using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>Registers what a module keeps.</summary>
public static class ModuleRegistration
{
    /// <summary>Registers the module's context on the scope's one connection, and its migrations.</summary>
    public static void AddModuleDbContext<TContext>(this ModuleBuilder builder) where TContext : ModuleDbContext
    {
        builder.Services.AddPooledDbContextFactory<TContext>(options => Configure(options, builder.Module.Name));
        // Given back to the pool when the scope ends.
        builder.Services.AddScoped(services =>
        {
            var context = services.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext();
            context.Serve(services.GetRequiredService<ModuleDataContext>());
            return context;
        });
        builder.Services.AddSingleton(new ModuleSchema(builder.Module.Name, typeof(TContext)));
    }

    internal static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string schema) => options
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(StartTransaction.Interceptor)
        .UseNpgsql(npgsql => npgsql.MigrationsHistoryTable("__migrations", schema));
}

/// <summary>A module's schema and the context that migrates it.</summary>
/// <param name="Name">The schema.</param>
/// <param name="Context">A <see cref="ModuleDbContext"/>.</param>
public sealed record ModuleSchema(string Name, Type Context);

/// <summary>Makes a module's context where there is no host: for <c>dotnet ef migrations add</c>, and for the migrator, which comes as the owner.</summary>
public abstract class ModuleDesignTimeFactory<TContext>(string schema) : IDesignTimeDbContextFactory<TContext> where TContext : ModuleDbContext
{
    /// <inheritdoc/>
    public TContext CreateDbContext(string[] args) => OwnerContext.Create<TContext>(new NpgsqlConnection("Host=nowhere"), schema);
}

internal static class OwnerContext
{
    public static TContext Create<TContext>(NpgsqlConnection connection, string schema) where TContext : ModuleDbContext =>
        (TContext)Create(typeof(TContext), connection, schema);

    public static ModuleDbContext Create(Type context, NpgsqlConnection connection, string schema)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        ModuleRegistration.Configure(builder, schema).UseNpgsql(connection);
        return (ModuleDbContext)Activator.CreateInstance(context, builder.Options)!;
    }
}
