using System.Data;
using Npgsql;

namespace Pimms.Kernel;

/// <content>Gives a connection back as it was taken, whatever became of what was asked on it.</content>
public sealed partial class DatabaseSession
{
    /// <summary>
    /// Ends a transaction that was not committed. A statement that fails at the very moment it is prepared stays prepared in the database under a name
    /// that Npgsql takes for free and gives to the next one, which then fails in its turn, in the request of somebody else
    /// (github.com/npgsql/npgsql/issues/6391): after a failure all that is prepared on the connection is forgotten on both sides.
    /// </summary>
    /// <param name="left">The transaction; null when none was started.</param>
    /// <param name="hasAsked">Something was asked outside a transaction, and whether it failed is not known.</param>
    private async Task LeaveNothing(NpgsqlTransaction? left, bool hasAsked)
    {
        try
        {
            var mayHaveFailed = left is null ? hasAsked : await HasFailed();
            if (left is not null)
                await left.DisposeAsync();
            if (mayHaveFailed && Connection.State == ConnectionState.Open)
                Connection.UnprepareAll();
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException or IOException or OperationCanceledException)
        {
            // The connection is broken, and Npgsql takes it out of the pool. What is told is what broke it, not this.
        }
    }

    private async Task<bool> HasFailed()
    {
        if (Connection.State != ConnectionState.Open)
            return false;
        try
        {
            await using var probe = new NpgsqlCommand("select 1", Connection) { CommandTimeout = 2 };
            await probe.ExecuteNonQueryAsync(CancellationToken.None);
            return false;
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.InFailedSqlTransaction)
        {
            return true;
        }
    }
}
