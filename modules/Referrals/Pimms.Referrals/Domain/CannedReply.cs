namespace Pimms.Referrals;

/// <summary>Words that a partner's unit uses again and again. The unit's, not their author's: they stay when the author leaves.</summary>
internal sealed class CannedReply : Aggregate
{
    /// <summary>Characters.</summary>
    public const int LongestTitle = 80;

    /// <summary>Characters; it goes into fields that take 4,000.</summary>
    public const int LongestText = 2000;

    private CannedReply()
    {
    }

    public CannedReply(Guid unitId, CurrentUser author, Guid id) => (Id, UnitId, AuthorId, AuthorName) = (id, unitId, author.Id, author.Name);

    public Guid UnitId { get; private init; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public Guid AuthorId { get; private set; }

    public string AuthorName { get; private set; } = "";

    public CannedReply Say(string title, string text)
    {
        (Title, Text) = (title, text);
        return this;
    }
}
