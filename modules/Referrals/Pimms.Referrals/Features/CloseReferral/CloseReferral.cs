namespace Pimms.Referrals;

internal sealed record CloseReferral(Guid ReferralId, uint Version, VerifiedResult? VerifiedResult, string? Text, Autonomy? Autonomy) : IRequest<Result>;

internal sealed class CloseReferralValidator : AbstractValidator<CloseReferral>
{
    public CloseReferralValidator()
    {
        RuleFor(close => close.VerifiedResult).NotNull().WithMessage("Close.ResultMissing").IsInEnum().WithMessage("Close.ResultMissing");
        RuleFor(close => close.Text).MaximumLength(4000).WithMessage("Referral.TextTooLong");
        RuleFor(close => close.Autonomy).IsInEnum().WithMessage("Close.AutonomyUnknown");
    }
}

internal sealed class CloseReferralHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<CloseReferral, Result>
{
    public async Task<Result> Handle(CloseReferral command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        return await referral.Close(command.VerifiedResult!.Value, command.Text?.Trim(), command.Autonomy, user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}
