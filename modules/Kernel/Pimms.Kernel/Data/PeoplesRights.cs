namespace Pimms.Kernel;

/// <summary>
/// What people's requests may do with a module's tables besides reading the rows that the policies show them: the one statement of it. What
/// is not said here may only be read, whatever a statement tries; background work has a role of its own. Kept in force by <see cref="Migrator"/>.
/// </summary>
public sealed record PeoplesRights
{
    /// <summary>One entry per table that people's requests write to.</summary>
    public IReadOnlyList<TableRights> Tables { get; init; } = [];

    /// <summary>The integration events that people's requests may put into the module's outbox.</summary>
    public IReadOnlyList<EventRights> Events { get; init; } = [];

    /// <summary>Functions and triggers for what a condition over one row cannot say; made anew each time: <c>create or replace</c>.</summary>
    public string Guards { get; init; } = "";
}

/// <summary>By verb. A verb without a condition is not granted at all.</summary>
/// <param name="Table">The table, without its schema; its rows are protected by <see cref="RowSecurity.ProtectRows"/>.</param>
public sealed record TableRights(string Table)
{
    /// <summary>A condition over a row to be inserted.</summary>
    public string? Insert { get; init; }

    /// <summary>A condition over a row to be updated, as it was and as it becomes.</summary>
    public string? Update { get; init; }

    /// <summary>A condition over a row to be deleted. Records of what happened have none.</summary>
    public string? Delete { get; init; }

    /// <summary>Only these columns may be updated; all but <see cref="Fixed"/> when left out.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>These columns stay as they were inserted.</summary>
    public IReadOnlyList<string> Fixed { get; init; } = ["id"];

    /// <summary>True when a column may be updated.</summary>
    public bool MayUpdate(string column) => Update is not null && (Columns?.Contains(column) ?? !Fixed.Contains(column));
}

/// <summary>An event that people's requests may put into the outbox.</summary>
/// <param name="Name">Its stable name.</param>
/// <param name="When">A condition over the outbox row; <c>body</c> is the event in camelCase.</param>
public sealed record EventRights(string Name, string When);
