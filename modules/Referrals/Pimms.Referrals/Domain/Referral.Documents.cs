namespace Pimms.Referrals;

/// <summary>The files beside it.</summary>
internal sealed partial class Referral
{
    public const int MostDocuments = 10;

    /// <summary>Of both sides, what one of them keeps to itself included; the database holds it to <see cref="MostDocuments"/> too.</summary>
    public int DocumentCount { get; private set; }

    public List<ReferralDocument> Documents { get; } = [];

    /// <summary>While it is written by the association, while it is open by both sides, and just after the answer: letters follow by post.</summary>
    public bool TakesDocumentsOf(Side side) =>
        State == ReferralState.Draft ? side == Side.Association : State == ReferralState.Answered || ReferralMoves.OpenStates.Contains(State);

    /// <summary>Whether a file can answer it: while the partner waits for that item.</summary>
    public bool AwaitsDocumentFor(Guid itemId, Side side) =>
        side == Side.Association && State == ReferralState.InformationRequested && InformationItems.Any(item => item.Id == itemId);

    /// <param name="itemId">Which of the things asked for it answers: it is then for both sides.</param>
    public Result<ReferralDocument> Attach(StoredFile file, Visibility visibility, string? requirement, CurrentUser by, DateTimeOffset at, Guid? itemId = null)
    {
        if (MayAttach(by.Side, itemId) is { } refusal)
            return refusal;
        visibility = itemId is null ? visibility : Visibility.Shared;
        var document = new ReferralDocument
        {
            Id = Guid.CreateVersion7(at), ReferralId = Id, SiteId = SiteId, VisibleToUnit = VisibleToUnit, At = at, AuthorId = by.Id, Who = by.Name, Side = by.Side, Visibility = visibility, Requirement = requirement, InformationItemId = itemId, File = file,
        };
        Documents.Add(document);
        DocumentCount++;
        if (State != ReferralState.Draft)
            Tell("Document", by, at, visibility, file.FileName, InformationItems.Find(item => item.Id == itemId)?.Label);
        return document;
    }

    /// <summary>Why no file can be added now; null when one can.</summary>
    public Refusal? MayAttach(Side side, Guid? itemId = null) =>
        !TakesDocumentsOf(side) ? Refusal.As(RefusalTypes.MoveNotAllowed, "", "Document.NotNow").With("from", State)
        : itemId is { } item && !AwaitsDocumentFor(item, side) ? Refusal.Of("ItemId", "Document.ItemNotAwaited")
        : DocumentCount >= MostDocuments ? DocumentIntake.Refused("TooMany", "Document.TooMany", MostDocuments)
        : null;

    /// <summary>Only while nobody else has seen it.</summary>
    public Result Detach(ReferralDocument document)
    {
        if (State != ReferralState.Draft)
            return Refusal.As(RefusalTypes.MoveNotAllowed, "", "Document.AlreadySent").With("from", State);
        Documents.Remove(document);
        DocumentCount--;
        return Result.Done;
    }
}
