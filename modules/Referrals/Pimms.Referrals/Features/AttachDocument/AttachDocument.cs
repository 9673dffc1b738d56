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
}
