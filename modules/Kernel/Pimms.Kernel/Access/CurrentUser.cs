using System.Collections.Immutable;

namespace Pimms.Kernel;

/// <summary>
/// Who asks, and within which bounds. Resolved once per request from the platform's own database, never from the token alone.
/// It is what <c>VisibleTo(user)</c> filters by and what the database's row-level security is told.
/// </summary>
public sealed record CurrentUser
{
    /// <summary>Nobody: sees no row of anything.</summary>
    public static CurrentUser Anonymous { get; } = new() { Name = "", Side = Side.None };

    /// <summary>The person's id in the Users module; empty for <see cref="Anonymous"/> and for background work.</summary>
    public Guid Id { get; init; }

    /// <summary>As shown to others beside what the person did; for background work, the name of the work.</summary>
    public required string Name { get; init; }

    /// <summary>Which end of the channel the person stands at.</summary>
    public required Side Side { get; init; }

    /// <summary>Null for <see cref="Anonymous"/> and for background work.</summary>
    public Role? Role { get; init; }

    /// <summary>The sites of a mediator or site lead, its own first, then those of colleagues for whom it stands in today; empty for everyone else.</summary>
    public ImmutableArray<Guid> SiteIds { get; init; } = [];

    /// <summary>The partner of an agent or manager; null for everyone else.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>The units whose referrals an agent answers, those of colleagues for whom it stands in today included; for a manager, all units of its partner.</summary>
    public ImmutableArray<Guid> UnitIds { get; init; } = [];

    /// <summary>Background work, with the database role that may see all rows.</summary>
    /// <param name="work">A stable name of the work; it stands in the journal.</param>
    public static CurrentUser System(string work) => new() { Name = work, Side = Side.System };

    /// <summary>True when somebody is signed in.</summary>
    public bool IsPerson => Role is not null;

    /// <summary>The hash chain of the journal that this user's acts are written to.</summary>
    public string JournalChain => this switch
    {
        { PartnerId: { } partner } => $"partner:{partner}",
        { SiteIds: [var site, ..] } => $"site:{site}",
        { Side: Side.Association } => "association",
        _ => "system",
    };
}

/// <summary>Holds the <see cref="CurrentUser"/> of one scope: set by the sign-in middleware, or by whoever opens a scope for background work.</summary>
public sealed class Caller
{
    /// <summary>Nobody, until said otherwise.</summary>
    public CurrentUser User { get; set; } = CurrentUser.Anonymous;

    /// <summary>Where the request came from, for the journal: <c>page 203.0.113.7</c>, <c>api 203.0.113.7</c>, or <c>host</c>.</summary>
    public string Source { get; set; } = "host";
}
