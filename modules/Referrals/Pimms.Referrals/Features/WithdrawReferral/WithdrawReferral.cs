namespace Pimms.Referrals;

internal sealed record WithdrawReferral(Guid ReferralId, uint Version, WithdrawReason? Reason, string? Text) : IRequest<Result>;

internal sealed class WithdrawReferralValidator : AbstractValidator<WithdrawReferral>
{
    public WithdrawReferralValidator()
    {
        // A withdrawn consent is withdrawn on the case: that also cuts the partner's view.
        RuleFor(withdraw => withdraw.Reason).NotNull().WithMessage("Withdraw.ReasonMissing").IsInEnum().WithMessage("Withdraw.ReasonMissing")
            .NotEqual(Referrals.WithdrawReason.ConsentWithdrawn).WithMessage("Withdraw.OnTheCase");
        RuleFor(withdraw => withdraw.Text).MaximumLength(4000).WithMessage("Referral.TextTooLong");
    }
}

internal sealed class WithdrawReferralHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<WithdrawReferral, Result>
{
    public async Task<Result> Handle(WithdrawReferral command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        return await referral.Withdraw(command.Reason!.Value, command.Text?.Trim(), user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}
