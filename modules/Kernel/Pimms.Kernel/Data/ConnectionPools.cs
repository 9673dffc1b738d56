using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>The host's connections to PostgreSQL.</summary>
internal static class ConnectionPools
{
    /// <summary>
    /// The key of the few connections for what is written while a scope holds one of its own: were they of one pool, many at once would wait
    /// for each other in a circle. The journal's writer gets the same one each time, which has in memory what it needs.
    /// </summary>
    public const string Beside = "beside";

    private const int FewBeside = 4;

    /// <summary>More at once than this, and they only take the database's processors from each other; two hosts fit into its 100 connections. A <c>Maximum Pool Size</c> in the connection string says otherwise.</summary>
    private static readonly int Most = Math.Clamp(4 * Environment.ProcessorCount, 8, 40);

    public static IServiceCollection AddConnectionPools(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => Pool(configuration, null))
        .AddKeyedSingleton(Beside, (_, _) => Pool(configuration, FewBeside));

    private static NpgsqlDataSource Pool(IConfiguration configuration, int? most)
    {
        var connection = configuration.GetConnectionString("Pimms")
            ?? throw new InvalidOperationException("ConnectionStrings:Pimms is not set: the application role's connection to PostgreSQL 15 or later.");
        // Statements are prepared by themselves: the same few hundred come again and again.
        // Nothing is ever set for longer than a transaction, so a connection that goes back to the pool has nothing to forget.
        var settings = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, NoResetOnClose = true };
        if (most is not null || !settings.ShouldSerialize("Maximum Pool Size"))
            settings.MaxPoolSize = most ?? Most;
        settings.MinPoolSize = Math.Min(settings.MinPoolSize, settings.MaxPoolSize);
        return NpgsqlDataSource.Create(settings);
    }
}
