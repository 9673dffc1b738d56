using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json;

namespace Pimms.Kernel;

/// <summary>A thing with an identity that is changed as a whole and says what happened to it.</summary>
public abstract class Aggregate : IJournaled
{
    private readonly List<object> events = [];

    /// <summary>Time-ordered and random: it tells nobody how many there are.</summary>
    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    /// <summary>PostgreSQL's <c>xmin</c>: what a page or program saw, and gives back to change it.</summary>
    public uint Version { get; private set; }

    /// <summary>Under its own name, <c>("outreach-post", id)</c>, unless it is a part of something else.</summary>
    public virtual (string Kind, Guid Id) JournalSubject => (JsonNamingPolicy.KebabCaseLower.ConvertName(GetType().Name), Id);

    /// <summary>What happened since it was loaded; the context turns it into outbox rows in the same save.</summary>
    [NotMapped]
    internal IReadOnlyList<object> Events => events;

    /// <summary>Says that something happened.</summary>
    protected void Raise(object happened) => events.Add(happened);

    internal void ForgetEvents() => events.Clear();
}

/// <summary>A row whose change is a change of something the journal watches.</summary>
public interface IJournaled
{
    /// <summary>What was changed: <c>("referral", id)</c>.</summary>
    (string Kind, Guid Id) JournalSubject { get; }
}
