using Npgsql;

namespace Pimms.Kernel;

/// <content>Looks with others' eyes.</content>
public sealed partial class DatabaseSession
{
    /// <summary>Looks with an administrator's eyes for the length of a query: all rows that may be overseen, no content. See <see cref="RowSecurity.LetOversee"/>.</summary>
    public Task<T> Oversee<T>(Func<Task<T>> look, CancellationToken ct) => LookAs(DatabaseRoles.Overseer, look, ct);

    /// <summary>Looks with the eyes of background work for the length of a query: to tell how much there is of what the asking person may not see.</summary>
    public Task<T> LookAsWorker<T>(Func<Task<T>> look, CancellationToken ct) => LookAs(DatabaseRoles.Worker, look, ct);

    private async Task<T> LookAs<T>(string eyes, Func<Task<T>> look, CancellationToken ct)
    {
        await Start(ct);
        await Become(eyes, ct);
        try
        {
            var seen = await look();
            await Become(role, ct);
            return seen;
        }
        catch
        {
            // Nobody goes on with eyes that are not theirs.
            await Rollback();
            throw;
        }
    }

    private async Task Become(string role, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"set local role {role}", Connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
