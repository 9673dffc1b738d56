using Npgsql;

namespace Pimms.Kernel;

/// <content>Several questions in one trip.</content>
public sealed partial class DatabaseSession
{
    /// <summary>
    /// Asks several questions in one trip to the database. Where no transaction runs, none is started: together they are one, which ends
    /// with the answers.
    /// </summary>
    /// <param name="questions">What only reads.</param>
    /// <param name="ct">Cancels the questions.</param>
    /// <returns>The answers, at the first one's rows; dispose of it before anything else is asked.</returns>
    public async Task<NpgsqlDataReader> Ask(IReadOnlyList<Sql> questions, CancellationToken ct)
    {
        var user = begunFor ?? throw new InvalidOperationException("Nobody has begun anything in this scope.");
        NpgsqlDataReader answers;
        try
        {
            answers = await AskOnce(user, questions, ct);
        }
        catch (NpgsqlException failure) when (transaction is null && DatabaseOutage.IsDeadConnection(failure))
        {
            await OpenAnew(ct);
            answers = await AskOnce(user, questions, ct);
        }
        try
        {
            if (transaction is null)
                await answers.NextResultAsync(ct);
            return answers;
        }
        catch
        {
            await answers.DisposeAsync();
            throw;
        }
    }

    private async Task<NpgsqlDataReader> AskOnce(CurrentUser user, IReadOnlyList<Sql> questions, CancellationToken ct)
    {
        var batch = Connection.CreateBatch();
        hasAsked = true;
        if (transaction is null)
            batch.BatchCommands.Add(WhoAsks.Tell(user));
        foreach (var question in questions)
            batch.BatchCommands.Add(question.ToCommand());
        return await batch.ExecuteReaderAsync(ct);
    }
}
