namespace Pimms.Referrals;

/// <param name="Reason">With it, who owes the time meanwhile.</param>
/// <param name="Text">What exactly is awaited, and from whom.</param>
/// <param name="ResumeOn">The referral goes on by itself on that day.</param>
internal sealed record HoldReferral(Guid ReferralId, uint Version, HoldReason? Reason, string? Text, DateOnly? ResumeOn) : IRequest<Result>;

internal sealed class HoldReferralValidator : AbstractValidator<HoldReferral>
{
    public HoldReferralValidator(TimeProvider clock)
    {
        RuleFor(hold => hold.Reason).NotNull().WithMessage("Hold.ReasonMissing").IsInEnum().WithMessage("Hold.ReasonMissing");
        RuleFor(hold => hold.Text).NotEmpty().WithMessage("Hold.TextMissing").MaximumLength(4000).WithMessage("Referral.TextTooLong");
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
        return await referral.Hold(command.Reason!.Value, command.Text!.Trim(), command.ResumeOn!.Value, user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}
