using Microsoft.AspNetCore.Http;

namespace Pimms.Referrals;

internal sealed record AttachDocument(Guid ReferralId, IFormFile? File, Visibility Visibility) : IRequest<Result<Guid>>;

internal sealed class AttachDocumentValidator : AbstractValidator<AttachDocument>
{
    public AttachDocumentValidator() => RuleFor(attach => attach.Visibility).IsInEnum().WithMessage("Document.VisibilityUnknown");
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
        var attached = referral.Attach(file.Value, command.Visibility, user, clock.GetUtcNow());
        if (attached.Refusal is not null)
            return attached.Refusal;
        await db.SaveChangesAsync(ct);
        return attached.Value.Id;
    }
}
