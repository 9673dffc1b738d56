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
        if (most is { } few)
            (settings.MinPoolSize, settings.MaxPoolSize) = (0, few);
        return NpgsqlDataSource.Create(settings);
    }
}
