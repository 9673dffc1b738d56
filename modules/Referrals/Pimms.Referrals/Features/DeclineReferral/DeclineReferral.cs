namespace Pimms.Referrals;

internal sealed record DeclineReferral(Guid ReferralId, uint Version, DeclineReason? Reason, string? Text, Guid? SuggestedPartnerId) : IRequest<Result>;

internal sealed class DeclineReferralValidator : AbstractValidator<DeclineReferral>
{
    public DeclineReferralValidator()
    {
        RuleFor(decline => decline.Reason).NotNull().WithMessage("Decline.ReasonMissing").IsInEnum().WithMessage("Decline.ReasonMissing");
        RuleFor(decline => decline.Text).NotEmpty().WithMessage("Decline.TextMissing").MaximumLength(4000).WithMessage("Referral.TextTooLong");
    }
}

internal sealed class DeclineReferralHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, TimeProvider clock) : IRequestHandler<DeclineReferral, Result>
{
    public async Task<Result> Handle(DeclineReferral command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        PartnerName? suggested = null;
        if (command.SuggestedPartnerId is { } id)
        {
            suggested = (await partners.Partners(ct)).SingleOrDefault(partner => partner.Id == id && id != referral.To.PartnerId);
            if (suggested is null)
                return Refusal.Of(nameof(command.SuggestedPartnerId), "Decline.PartnerUnknown");
        }
        return await referral.Decline(command.Reason!.Value, command.Text!.Trim(), suggested, user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}
