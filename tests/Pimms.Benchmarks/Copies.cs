using Npgsql;

namespace Pimms.Benchmarks;

/// <summary>Rows like one that is there, as many as are wanted, made within the database.</summary>
internal static class Copies
{
    /// <summary>Copies a row, with some of its columns written anew.</summary>
    /// <param name="connection">The superuser's.</param>
    /// <param name="table">The table, with its schema.</param>
    /// <param name="model">A condition that finds the row, or the rows; in <paramref name="anew"/> it is called <c>model</c>.</param>
    /// <param name="times">What is selected from to have it so many times: <c>generate_series(1, 100) n</c>.</param>
    /// <param name="anew">Columns with the expression of their value.</param>
    public static async Task Copy(this NpgsqlConnection connection, string table, string model, string times, params (string Column, string Value)[] anew)
    {
        var columns = await connection.Rows($"select attname::text from pg_attribute where attrelid = '{table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''");
        var kept = columns.Except(anew.Select(one => one.Column)).ToList();
        await using var copy = new NpgsqlCommand($"""
            insert into {table} ({string.Join(", ", [.. anew.Select(one => one.Column), .. kept])})
            select {string.Join(", ", [.. anew.Select(one => one.Value), .. kept.Select(column => $"model.{column}")])}
            from {times} cross join (select * from {table} where {model}) model
            """, connection) { CommandTimeout = 0 };
        await copy.ExecuteNonQueryAsync();
    }

    /// <summary>Does the work without the indexes that no constraint needs, and makes them again: a tree that is built at once takes a fraction of one that grows.</summary>
    public static async Task WithoutIndexes(this NpgsqlConnection connection, string table, Func<Task> work)
    {
        var made = await connection.Rows($"select pg_get_indexdef(indexrelid) from pg_index where indrelid = '{table}'::regclass and not exists (select from pg_constraint where conindid = indexrelid)");
        var names = await connection.Rows($"select indexrelid::regclass::text from pg_index where indrelid = '{table}'::regclass and not exists (select from pg_constraint where conindid = indexrelid)");
        await connection.Execute($"drop index {string.Join(", ", names)}");
        await work();
        await using var again = new NpgsqlCommand("", connection) { CommandTimeout = 0 };
        foreach (var statement in (string[])["set maintenance_work_mem = '256MB'", .. made, $"vacuum analyze {table}"])
        {
            again.CommandText = statement;
            await again.ExecuteNonQueryAsync();
        }
    }
}
