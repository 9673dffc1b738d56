using Microsoft.AspNetCore.Http;

namespace Pimms.Referrals;

/// <param name="ReferralId">Beside which referral.</param>
/// <param name="File">As it was sent.</param>
/// <param name="Visibility">For both sides, or one's own.</param>
/// <param name="Requirement">Which of the procedure's required documents it is; empty when it is another.</param>
internal sealed record AttachDocument(Guid ReferralId, IFormFile? File, Visibility Visibility, string? Requirement = null) : IRequest<Result<Guid>>;

internal sealed class AttachDocumentValidator : AbstractValidator<AttachDocument>
{
    public AttachDocumentValidator()
    {
        RuleFor(attach => attach.Visibility).IsInEnum().WithMessage("Document.VisibilityUnknown");
        RuleFor(attach => attach.Requirement).MaximumLength(200).WithMessage("Referral.TextTooLong");
    }
}

internal sealed class AttachDocumentHandler(ReferralsDbContext db, CurrentUser user, DocumentIntake intake, TimeProvider clock) : IRequestHandler<AttachDocument, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AttachDocument command, CancellationToken ct)
    {
        // Asked before the file is looked into, which takes a while, and once more when it is this one's turn.
        var asked = await db.Referrals.AsNoTracking().VisibleTo(user).Existing(command.ReferralId, ct);
        if (asked.MayAttach(user.Side) is { } refusal)
            return refusal;
        if (await NotAgreed(asked, command.Visibility, ct) is { } missing)
            return missing;
        var file = await intake.Take<ReferralDocument>(command.File, ct);
        if (file.Refusal is not null)
            return file.Refusal;

        var referral = await db.Locked(command.ReferralId, user, ct);
        var attached = referral.Attach(file.Value, command.Visibility, string.IsNullOrWhiteSpace(command.Requirement) ? null : command.Requirement.Trim(), user, clock.GetUtcNow());
        if (attached.Refusal is not null)
            return attached.Refusal;
        await db.SaveChangesAsync(ct);
        return attached.Value.Id;
    }

    /// <summary>A file of the person's goes where the person agreed that files may go. A draft is asked when it is sent.</summary>
    private async Task<Refusal?> NotAgreed(Referral referral, Visibility visibility, CancellationToken ct)
    {
        if (user.Side != Side.Association || visibility != Visibility.Shared || referral.State == ReferralState.Draft)
            return null;
        var its = await db.Cases.AsNoTracking().Include(one => one.Consents).SingleAsync(one => one.Id == referral.CaseId, ct);
        return its.NotCovered(referral.To.PartnerId, [ConsentCategory.Documents], WorkingCalendar.DayOf(clock.GetUtcNow())).Count == 0 ? null
            : new Refusal("consent-missing", [new FieldError("", "Send.NotCovered.Documents", [referral.To.PartnerName])]).With("categories", new[] { ConsentCategory.Documents });
    }
}
