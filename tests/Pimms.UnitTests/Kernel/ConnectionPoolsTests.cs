using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.UnitTests;

public sealed class ConnectionPoolsTests
{
    /// <summary>What PostgreSQL lets in unless told otherwise, without the three it keeps for its administrator.</summary>
    private const int LetIn = 97;

    [Fact]
    public void Leave_room_for_a_second_host_within_what_postgresql_lets_in()
    {
        using var services = With("Host=db;Username=pimms");
        Assert.InRange(2 * (Size(services.GetRequiredService<NpgsqlDataSource>()) + Size(services, ConnectionPools.Beside) + Size(services, ConnectionPools.Journal) + Size(services, ConnectionPools.Watch)), 1, LetIn);
    }

    [Fact]
    public void Are_as_large_as_whoever_runs_the_host_says()
    {
        using var services = With("Host=db;Username=pimms;Maximum Pool Size=100");
        Assert.Equal(100, Size(services.GetRequiredService<NpgsqlDataSource>()));
    }

    private static ServiceProvider With(string connection) => new ServiceCollection()
        .AddConnectionPools(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Pimms", connection)]).Build())
        .BuildServiceProvider();

    private static int Size(ServiceProvider services, string key) => Size(services.GetRequiredKeyedService<NpgsqlDataSource>(key));

    private static int Size(NpgsqlDataSource pool) => new NpgsqlConnectionStringBuilder(pool.ConnectionString).MaxPoolSize;
}
