using Microsoft.AspNetCore.Http;

namespace Pimms.Referrals;

/// <param name="ReferralId">Beside which referral.</param>
/// <param name="File">As it was sent.</param>
/// <param name="Visibility">For both sides, or one's own.</param>
/// <param name="Requirement">Which of the procedure's required documents it is; empty when it is another.</param>
/// <param name="ItemId">Which of the things that the partner asked for it answers; both sides see it then.</param>
/// <param name="CaseFileId">A file of the case, to be copied instead of one that is sent.</param>
internal sealed record AttachDocument(Guid ReferralId, IFormFile? File, Visibility Visibility, [property: OneLine] string? Requirement = null, Guid? ItemId = null, Guid? CaseFileId = null) : IRequest<Result<Guid>>;

internal sealed class AttachDocumentValidator : AbstractValidator<AttachDocument>
{
    public AttachDocumentValidator()
    {
        RuleFor(attach => attach.Visibility).IsInEnum().WithMessage("Document.VisibilityUnknown");
        RuleFor(attach => attach.Visibility).Equal(Visibility.Shared).When(attach => attach.ItemId is not null).WithMessage("Document.ItemIsShared");
        RuleFor(attach => attach.CaseFileId).Null().When(attach => attach.File is not null).WithMessage("CaseFile.OneOrTheOther");
        RuleFor(attach => attach.Requirement).MaximumLength(200).WithMessage("Referral.TextTooLong");
    }
}

internal sealed class AttachDocumentHandler(ReferralsDbContext db, CurrentUser user, DocumentIntake intake, DocumentStore store, Journal journal, TimeProvider clock) : IRequestHandler<AttachDocument, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AttachDocument command, CancellationToken ct)
    {
        // Asked before the file is looked into, which takes a while, and once more when it is this one's turn.
        var asked = await db.Referrals.AsNoTracking().VisibleTo(user).Existing(command.ReferralId, ct);
        if (asked.MayAttach(user.Side, command.ItemId) is { } refusal)
            return refusal;
        if (await NotAgreed(asked, command.Visibility, ct) is { } missing)
            return missing;
        var file = command.CaseFileId is { } kept ? await OfCase(asked, kept, ct) : await intake.Take<ReferralDocument>(command.File, ct);
        if (file.Refusal is not null)
            return file.Refusal;

        // The person may have taken the agreement back while the file was looked into.
        if (user.Side == Side.Association)
            await db.HoldCase(asked.CaseId, ct);
        var referral = await db.Locked(command.ReferralId, user, ct);
        if (await NotAgreed(referral, command.Visibility, ct) is { } withdrawn)
            return withdrawn;
        if (command.ItemId is { } item && await There(referral.Id, item, file.Value, ct) is { } there)
        {
            await store.Delete(file.Value, ct);
            return there;
        }
        var attached = referral.Attach(file.Value, command.Visibility, string.IsNullOrWhiteSpace(command.Requirement) ? null : command.Requirement.Trim(), user, clock.GetUtcNow(), command.ItemId);
        if (attached.Refusal is not null)
            return attached.Refusal;
        await db.SaveChangesAsync(ct);
        return attached.Value.Id;
    }

    /// <summary>A copy with a key of its own: whoever may see the referral reads that, and nothing of the case.</summary>
    private async Task<Result<StoredFile>> OfCase(Referral referral, Guid id, CancellationToken ct)
    {
        // Held, so that nobody takes it away meanwhile.
        await db.HoldCase(referral.CaseId, ct);
        if (await db.CaseFiles.AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(one => one.Id == id && one.CaseId == referral.CaseId, ct) is not { } kept)
            return Refusal.Of(nameof(AttachDocument.CaseFileId), "CaseFile.Unknown");
        journal.Saw("case", referral.CaseId);
        return kept.File.State == DocumentState.Available ? await intake.Copy<ReferralDocument>(kept.File, ct) : Refusal.Of(nameof(AttachDocument.CaseFileId), "CaseFile.Waiting");
    }

    /// <summary>What comes once more for the same item, because its answer was lost on the way, is no other file.</summary>
    private Task<Guid?> There(Guid referralId, Guid itemId, StoredFile file, CancellationToken ct) => db.Documents.AsNoTracking().VisibleTo(user)
        .Where(one => one.ReferralId == referralId && one.InformationItemId == itemId && one.File.FileName == file.FileName && one.File.Sha256 == file.Sha256)
        .Select(one => (Guid?)one.Id).FirstOrDefaultAsync(ct);

    /// <summary>A file of the person's goes where the person agreed that files may go. A draft is asked when it is sent.</summary>
    private async Task<Refusal?> NotAgreed(Referral referral, Visibility visibility, CancellationToken ct)
    {
        if (user.Side != Side.Association || visibility != Visibility.Shared || referral.State == ReferralState.Draft)
            return null;
        return await db.AgreedToFiles(referral, WorkingCalendar.DayOf(clock.GetUtcNow()), ct) ? null
            : new Refusal("consent-missing", [new FieldError("", "Send.NotCovered.Documents", [referral.To.PartnerName])]).With("categories", new[] { ConsentCategory.Documents });
    }
}
