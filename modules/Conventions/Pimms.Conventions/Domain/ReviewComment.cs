namespace Pimms.Conventions;

/// <summary>What one side has to say of the figures. Both read it; written once.</summary>
internal sealed class ReviewComment
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ReviewId { get; private init; }

    /// <summary>The review's, so that the row is protected by itself.</summary>
    public Guid PartnerId { get; private init; }

    public Side Side { get; private init; }

    public Guid ById { get; private init; }

    /// <summary>As the person was called then.</summary>
    public string ByName { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    public string Text { get; private init; } = "";

    public static ReviewComment Of(Review review, string text, CurrentUser by, DateTimeOffset at) =>
        new() { ReviewId = review.Id, PartnerId = review.PartnerId, Side = by.Side, ById = by.Id, ByName = by.Name, At = at, Text = text };
}
