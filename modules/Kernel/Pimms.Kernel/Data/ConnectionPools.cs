using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>The host's connections to PostgreSQL.</summary>
internal static class ConnectionPools
{
    /// <summary>
    /// The key of the few connections for what is asked while a scope holds one of its own, in a single statement: were they of one pool,
    /// many at once would wait for each other in a circle.
    /// </summary>
    public const string Beside = "beside";

    /// <summary>The key of the one connection of the journal's writer: it has in memory what it needs.</summary>
    public const string Journal = "journal";

    // PostgreSQL has a hundred unless told otherwise, for all hosts together; one that is being replaced still has its own.
    private const int Most = 40;
    private const int FewBeside = 4;

    public static IServiceCollection AddConnectionPools(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => Pool(configuration, null))
        .AddKeyedSingleton(Beside, (_, _) => Pool(configuration, FewBeside))
        .AddKeyedSingleton(Journal, (_, _) => Pool(configuration, 1));

    private static NpgsqlDataSource Pool(IConfiguration configuration, int? size)
    {
        var connection = configuration.GetConnectionString("Pimms")
            ?? throw new InvalidOperationException("ConnectionStrings:Pimms is not set: the application role's connection to PostgreSQL 15 or later.");
        // Statements are prepared by themselves: the same few hundred come again and again.
        // Nothing is ever set for longer than a transaction, so a connection that goes back to the pool has nothing to forget.
        var settings = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, NoResetOnClose = true };
        if (size is { } asked)
            (settings.MinPoolSize, settings.MaxPoolSize) = (0, asked);
        else if (!settings.ShouldSerialize("Maximum Pool Size"))
            settings.MaxPoolSize = Most;
        return NpgsqlDataSource.Create(settings);
    }
}
