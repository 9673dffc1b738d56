using System.Runtime.CompilerServices;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>
/// A statement, or a part of one, written as an interpolated string: <c>$"state = {state}"</c>. A value in a hole goes beside the words as a
/// parameter, never among them; a hole that is <see cref="Sql"/> itself is put in as it stands.
/// </summary>
[InterpolatedStringHandler]
public sealed class Sql
{
    private readonly List<Part> parts = [];

    /// <summary>For the compiler.</summary>
    public Sql(int literalLength, int formattedCount) => parts.EnsureCapacity((2 * formattedCount) + 1);

    private Sql()
    {
    }

    /// <summary>Words that come from no one: names of enum values, columns.</summary>
    /// <param name="words">Never anything that was typed or received.</param>
    public static Sql Words(string words)
    {
        var sql = new Sql();
        sql.AppendLiteral(words);
        return sql;
    }

    /// <summary>The parts one after the other.</summary>
    public static Sql Join(string between, IEnumerable<Sql> parts)
    {
        var joined = new Sql();
        foreach (var part in parts)
        {
            if (joined.parts.Count > 0)
                joined.AppendLiteral(between);
            joined.AppendFormatted(part);
        }
        return joined;
    }

    /// <summary>True for a row whose column has one of these values. One value alone is compared as such: an index then gives its rows in order.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="ids">The values; none is never true.</param>
    public static Sql IsOneOf(string column, IReadOnlyList<Guid> ids) =>
        ids is [var only] ? (Sql)$"{Words(column)} = {only}" : $"{Words(column)} = any({ids.ToArray()})";

    /// <summary>For the compiler.</summary>
    public void AppendLiteral(string words) => parts.Add(new(words, null));

    /// <summary>For the compiler: a part.</summary>
    public void AppendFormatted(Sql part) => parts.AddRange(part.parts);

    /// <summary>For the compiler: a value.</summary>
    public void AppendFormatted<T>(T value) => parts.Add(new(null, value is null ? new Null() : new Value<T>(value)));

    /// <summary>For the compiler: a value or none.</summary>
    public void AppendFormatted<T>(T? value) where T : struct => parts.Add(new(null, value is { } given ? new Value<T>(given) : new Null()));

    /// <summary>The statement with its parameters, <c>$1</c> and following, to be asked with others: see <see cref="DatabaseSession.Ask"/>.</summary>
    internal NpgsqlBatchCommand ToCommand()
    {
        var words = new DefaultInterpolatedStringHandler(16 * parts.Count, parts.Count);
        var command = new NpgsqlBatchCommand();
        foreach (var part in parts)
        {
            if (part.Value is { } value)
            {
                command.Parameters.Add(value.ToParameter());
                words.AppendLiteral("$");
                words.AppendFormatted(command.Parameters.Count);
            }
            else
            {
                words.AppendLiteral(part.Words!);
            }
        }
        command.CommandText = words.ToStringAndClear();
        return command;
    }

    private abstract record Value
    {
        public abstract NpgsqlParameter ToParameter();
    }

    private sealed record Value<T>(T Given) : Value
    {
        public override NpgsqlParameter ToParameter() => new NpgsqlParameter<T> { TypedValue = Given };
    }

    // The database knows from the place what kind of value is missing.
    private sealed record Null : Value
    {
        public override NpgsqlParameter ToParameter() => new() { Value = DBNull.Value };
    }

    private readonly record struct Part(string? Words, Value? Value);
}
