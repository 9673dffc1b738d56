namespace Pimms.Referrals;

internal sealed record AnswerReferral(Guid ReferralId, uint Version, Outcome? Outcome, string? Text, decimal? Amount, string? NextSteps) : IRequest<Result>;

internal sealed class AnswerReferralValidator : AbstractValidator<AnswerReferral>
{
    public AnswerReferralValidator()
    {
        RuleFor(answer => answer.Outcome).NotNull().WithMessage("Answer.OutcomeMissing").IsInEnum().WithMessage("Answer.OutcomeMissing");
        RuleFor(answer => answer.Text).NotEmpty().WithMessage("Answer.TextMissing").MaximumLength(4000).WithMessage("Referral.TextTooLong");
        RuleFor(answer => answer.Amount).InclusiveBetween(0, 1_000_000).WithMessage("Answer.AmountOutOfBounds").PrecisionScale(9, 2, true).WithMessage("Answer.AmountOutOfBounds");
        RuleFor(answer => answer.NextSteps).MaximumLength(2000).WithMessage("Referral.TextTooLong");
    }
}

internal sealed class AnswerReferralHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<AnswerReferral, Result>
{
    public async Task<Result> Handle(AnswerReferral command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        var nextSteps = string.IsNullOrWhiteSpace(command.NextSteps) ? null : command.NextSteps.Trim();
        return await referral.Answer(command.Outcome!.Value, command.Text!.Trim(), command.Amount, nextSteps, user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}
