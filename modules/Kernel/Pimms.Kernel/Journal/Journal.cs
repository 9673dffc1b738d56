namespace Pimms.Kernel;

/// <summary>
/// What a scope's user read and changed. Entries are written when the transaction ends: changes in it, reads right after it and before
/// anything is shown. Ids and names of acts only: nobody's content.
/// </summary>
public sealed class Journal(Caller caller, TimeProvider clock)
{
    private readonly List<JournalEntry> entries = [];

    /// <summary>The name of the use case under way; set by the pipeline.</summary>
    public string Act { get; set; } = "";

    /// <summary>The user is shown these.</summary>
    /// <param name="kind"><c>case</c> or <c>referral</c>.</param>
    /// <param name="ids">Which; an empty list is journaled too: somebody looked.</param>
    public void Saw(string kind, params IEnumerable<Guid> ids) => Add(kind, [.. ids], isChange: false);

    /// <summary>The user changed this; called for every saved row that is <see cref="IJournaled"/>.</summary>
    public void Changed(string kind, Guid id)
    {
        if (!entries.Any(entry => entry.IsChange && entry.Act == Act && entry.Kind == kind && entry.Subjects.Contains(id)))
            Add(kind, [id], isChange: true);
    }

    internal IReadOnlyList<JournalEntry> TakeAll()
    {
        if (entries.Count == 0)
            return [];
        var taken = entries.ToList();
        entries.Clear();
        return taken;
    }

    /// <summary>A person by its id, work by its name; whoever is not signed in is nobody.</summary>
    private string Who => caller.User switch { { IsPerson: true } person => person.Id.ToString(), { Side: Side.None } => "nobody", var work => work.Name };

    private void Add(string kind, Guid[] ids, bool isChange) =>
        entries.Add(new(caller.User.JournalChain, clock.GetUtcNow(), Who, Act, kind, ids, isChange, caller.Source));
}

/// <summary>One line of the journal before it is chained.</summary>
internal sealed record JournalEntry(string Chain, DateTimeOffset At, string UserId, string Act, string Kind, Guid[] Subjects, bool IsChange, string Source);
