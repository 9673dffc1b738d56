namespace Pimms.Users;

/// <summary>Days on which somebody is away and a colleague stands in: sees what the absent person sees, with its own role. Both ends belong to it, as days in Paris.</summary>
internal sealed class Absence : Aggregate
{
    /// <summary>Longer than that it is no absence, but another place to work: change the access.</summary>
    private const int MonthsAtMost = 6;

    private Absence()
    {
    }

    /// <inheritdoc/>
    public override (string Kind, Guid Id) JournalSubject => ("person", PersonId);

    public Guid PersonId { get; private init; }
    public Guid ReplacementId { get; private init; }

    /// <summary>Of both; it says who sees the row.</summary>
    public Guid? PartnerId { get; private init; }

    /// <summary>The absent person's. It follows the person and says, as the sites do, who may change the row.</summary>
    public Role Role { get; private init; }

    /// <summary>The absent person's.</summary>
    public List<Guid> SiteIds { get; private init; } = [];

    public DateOnly From { get; private init; }
    public DateOnly To { get; private init; }

    /// <summary>Ended before its last day, or before its first; null otherwise.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <param name="absent">Who is away.</param>
    /// <param name="replacement">Who stands in.</param>
    /// <param name="from">The first day, today at the earliest.</param>
    /// <param name="to">The last day.</param>
    /// <param name="today">The day it is.</param>
    public static Result<Absence> Of(Person absent, Person replacement, DateOnly from, DateOnly to, DateOnly today)
    {
        if (from < today)
            return Refusal.Of(nameof(From), "ReplaceAbsent.FromPast");
        if (to < from)
            return Refusal.Of(nameof(To), "ReplaceAbsent.ToBeforeFrom");
        if (to > from.AddMonths(MonthsAtMost))
            return Refusal.Of(nameof(To), "ReplaceAbsent.TooLong");
        if (!replacement.CanReplace(absent))
            return Refusal.Of(nameof(ReplacementId), "ReplaceAbsent.ReplacementUnknown");

        return new Absence
        {
            PersonId = absent.Id, ReplacementId = replacement.Id, PartnerId = absent.PartnerId, Role = absent.Role, SiteIds = [.. absent.SiteIds], From = from, To = to,
        };
    }

    /// <summary>From now on nobody stands in any more.</summary>
    public void End(DateTimeOffset at) => EndedAt ??= at;
}
