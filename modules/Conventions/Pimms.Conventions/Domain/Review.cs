namespace Pimms.Conventions;

/// <summary>
/// The review (bilan) of a convention for a period. While it is open its figures are those of the day; signing it off freezes them under
/// a number. What was signed is never changed: it is opened again as a new edition, and stands until that one is signed.
/// </summary>
internal sealed class Review : Aggregate
{
    private readonly List<ReviewComment> comments = [];

    private Review()
    {
    }

    public Guid ConventionId { get; private init; }

    public Guid PartnerId { get; private init; }

    /// <summary>The first day of the period.</summary>
    public DateOnly FromDay { get; private init; }

    /// <summary>Its last day, inclusive.</summary>
    public DateOnly ToDay { get; private init; }

    /// <summary>1 and up.</summary>
    public int Edition { get; private init; }

    public ReviewState State { get; private set; }

    public DateTimeOffset OpenedAt { get; private init; }

    public string OpenedByName { get; private init; } = "";

    /// <summary>Why it was opened again; empty for the first edition.</summary>
    public string ReopenedBecause { get; private init; } = "";

    /// <summary>What it is cited by: <c>B2026-0007</c>; null until it is signed off.</summary>
    public string? Number { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    public string SignedByName { get; private set; } = "";

    /// <summary>The figures as the partner may read them, frozen; null until it is signed off.</summary>
    public ReviewFigures? Shared { get; private set; }

    /// <summary>The figures as the association reads them, in a row of their own that no partner sees.</summary>
    public ExactFigures? Exact { get; private set; }

    public IReadOnlyList<ReviewComment> Comments => comments;

    public static Review Open(Convention convention, DateOnly from, DateOnly to, CurrentUser by, DateTimeOffset at, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(), ConventionId = convention.Id, PartnerId = convention.PartnerId, FromDay = from, ToDay = to, Edition = 1, OpenedAt = at, OpenedByName = by.Name,
    };

    public Result Say(string text, CurrentUser by, DateTimeOffset at)
    {
        if (State != ReviewState.Open)
            return Refusal.Of("", "Review.NotOpen");
        comments.Add(ReviewComment.Of(this, text, by, at));
        return Result.Done;
    }

    /// <summary>From then on nothing of it changes.</summary>
    public Result Sign(string number, ReviewFigures figures, CurrentUser by, DateTimeOffset at)
    {
        if (State != ReviewState.Open)
            return Refusal.Of("", "Review.NotOpen");
        (State, Number, SignedAt, SignedByName) = (ReviewState.Signed, number, at, by.Name);
        (Shared, Exact) = (figures.Outside(), new ExactFigures { ReviewId = Id, PartnerId = PartnerId, Figures = figures });
        return Result.Done;
    }

    /// <summary>Another edition of the same period; this one stands until that is signed.</summary>
    public Result<Review> Reopen(string reason, CurrentUser by, DateTimeOffset at) => State != ReviewState.Signed
        ? Refusal.Of("", "Review.NotSigned")
        : new Review { ConventionId = ConventionId, PartnerId = PartnerId, FromDay = FromDay, ToDay = ToDay, Edition = Edition + 1, OpenedAt = at, OpenedByName = by.Name, ReopenedBecause = reason };

    /// <summary>A later edition has been signed.</summary>
    public void GiveWay() => State = ReviewState.Replaced;
}

internal enum ReviewState
{
    /// <summary>Figures of the day; both sides comment.</summary>
    Open,

    /// <summary>Frozen, with a number.</summary>
    Signed,

    /// <summary>A later edition has been signed.</summary>
    Replaced,
}

/// <summary>The figures with their small cells: the association's alone.</summary>
internal sealed class ExactFigures
{
    public Guid ReviewId { get; init; }

    public Guid PartnerId { get; init; }

    public ReviewFigures Figures { get; init; } = default!;
}
