namespace Pimms.Referrals;

internal sealed record HoldReferral(Guid ReferralId, uint Version, string? Reason, DateOnly? ResumeOn) : IRequest<Result>;

internal sealed class HoldReferralValidator : AbstractValidator<HoldReferral>
{
    public HoldReferralValidator(TimeProvider clock)
    {
        RuleFor(hold => hold.Reason).NotEmpty().WithMessage("Hold.ReasonMissing").MaximumLength(4000).WithMessage("Referral.TextTooLong");
        RuleFor(hold => hold.ResumeOn).NotNull().WithMessage("Hold.ResumeOnMissing")
            .Must(day => day > Today(clock)).When(hold => hold.ResumeOn is not null, ApplyConditionTo.CurrentValidator).WithMessage("Hold.ResumeOnPast")
            .Must(day => day <= Today(clock).AddDays(ReferralMoves.HoldAtMostDays)).When(hold => hold.ResumeOn is not null, ApplyConditionTo.CurrentValidator).WithMessage("Hold.ResumeOnTooFar");
    }

    private static DateOnly Today(TimeProvider clock) => WorkingCalendar.DayOf(clock.GetUtcNow());
}

internal sealed class HoldReferralHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<HoldReferral, Result>
{
    public async Task<Result> Handle(HoldReferral command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        return await referral.Hold(command.Reason!.Trim(), command.ResumeOn!.Value, user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}
