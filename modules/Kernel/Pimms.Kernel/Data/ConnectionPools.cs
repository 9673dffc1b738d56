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

    /// <summary>The key of the one connection that asks whether the database answers at all: see <see cref="DatabaseWatch"/>.</summary>
    public const string Watch = "watch";

    // PostgreSQL has a hundred unless told otherwise, for all hosts together; one that is being replaced still has its own.
    private const int Most = 40;
    private const int FewBeside = 4;

    // Seconds. To be let in takes milliseconds. Npgsql also spends as long, and blocks a thread meanwhile, on asking a server to cancel a statement.
    private const int ToConnect = 2;

    // Seconds, for the small pools: each of their statements touches a row or two.
    private const int ToAnswer = 3;

    public static IServiceCollection AddConnectionPools(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => NpgsqlDataSource.Create(Main(configuration)))
        .AddKeyedSingleton(Beside, (_, _) => NpgsqlDataSource.Create(Few(configuration, FewBeside)))
        .AddKeyedSingleton(Journal, (_, _) => NpgsqlDataSource.Create(Few(configuration, 1)))
        .AddKeyedSingleton(Watch, (_, _) => NpgsqlDataSource.Create(Few(configuration, 1)))
        // One connection of the common pool listens to what is committed, for as long as the host lives.
        .AddSingleton(_ => new DatabaseSeats(Main(configuration).MaxPoolSize - 1))
        .AddSingleton<DatabaseWatch>();

    // Statements are prepared by themselves: the same few hundred come again and again. What a failure leaves behind of that, DatabaseSession clears away.
    private static NpgsqlConnectionStringBuilder Main(IConfiguration configuration)
    {
        var settings = Settings(configuration);
        (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (200, 2);
        if (!settings.ShouldSerialize("Maximum Pool Size"))
            settings.MaxPoolSize = Most;
        return settings;
    }

    // Short statements by a key, used without a session that could clear up after one that failed while it was prepared: none is.
    private static NpgsqlConnectionStringBuilder Few(IConfiguration configuration, int size)
    {
        var settings = Settings(configuration);
        (settings.MinPoolSize, settings.MaxPoolSize, settings.MaxAutoPrepare, settings.CommandTimeout) = (0, size, 0, ToAnswer);
        return settings;
    }

    // Nothing is ever set for longer than a transaction, so a connection that goes back to the pool has nothing to forget.
    private static NpgsqlConnectionStringBuilder Settings(IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Pimms")
            ?? throw new InvalidOperationException("ConnectionStrings:Pimms is not set: the application role's connection to PostgreSQL 15 or later.");
        var settings = new NpgsqlConnectionStringBuilder(connection) { NoResetOnClose = true };
        if (!settings.ShouldSerialize("Timeout"))
            settings.Timeout = ToConnect;
        // Left to itself it connects twice, with Kerberos and without, and so waits twice for a server that does not answer.
        if (!settings.ShouldSerialize("GSS Encryption Mode"))
            settings.GssEncryptionMode = GssEncryptionMode.Disable;
        return settings;
    }
}
