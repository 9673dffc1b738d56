using Npgsql;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary><c>Pimms.Host verify-journal</c>: recomputes every chain; 0 when all hold, 1 when something was altered, removed or moved.</summary>
internal static class VerifyJournal
{
    public static async Task<int> Run(IServiceProvider services, CancellationToken ct)
    {
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(ct);
        // One snapshot: people go on working, and a chain's head must be of the same moment as its entries.
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await using (var become = new NpgsqlCommand($"set local role {DatabaseRoles.Worker}", connection))
            await become.ExecuteNonQueryAsync(ct);
        var found = await JournalVerifier.Verify(connection, ct);
        foreach (var finding in found.Findings)
            Console.WriteLine(finding);
        Console.WriteLine($"{found.Entries} entries in {found.Chains} chains, {found.Findings.Count} findings");
        return found.Findings.Count == 0 ? 0 : 1;
    }
}
