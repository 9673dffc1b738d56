namespace Pimms.Referrals;

internal sealed record ReopenReferral(Guid ReferralId, uint Version, string? Reason) : IRequest<Result>;

internal sealed class ReopenReferralValidator : AbstractValidator<ReopenReferral>
{
    public ReopenReferralValidator() =>
        RuleFor(reopen => reopen.Reason).NotEmpty().WithMessage("Reopen.ReasonMissing").MaximumLength(4000).WithMessage("Referral.TextTooLong");
}

internal sealed class ReopenReferralHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ReopenReferral, Result>
{
    public async Task<Result> Handle(ReopenReferral command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        return await referral.Reopen(command.Reason!.Trim(), user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}
