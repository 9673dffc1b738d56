namespace Pimms.Referrals;

internal sealed record ProvidedItem(Guid Id, string? Answer);

/// <summary>An answer for every item, or why there is none.</summary>
internal sealed record ProvideInformation(Guid ReferralId, uint Version, IReadOnlyList<ProvidedItem>? Items, string? Text) : IRequest<Result>;

internal sealed class ProvideInformationValidator : AbstractValidator<ProvideInformation>
{
    public ProvideInformationValidator()
    {
        RuleForEach(provide => provide.Items).ChildRules(item =>
            item.RuleFor(one => one.Answer).NotEmpty().WithMessage("ProvideInformation.AnswerMissing").MaximumLength(2000).WithMessage("Referral.TextTooLong"));
        RuleFor(provide => provide.Text).MaximumLength(4000).WithMessage("Referral.TextTooLong");
    }
}

internal sealed class ProvideInformationHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ProvideInformation, Result>
{
    public async Task<Result> Handle(ProvideInformation command, CancellationToken ct)
    {
        var referral = await db.Referrals.VisibleTo(user).AtVersion(command.ReferralId, command.Version, ct);
        var answers = (command.Items ?? []).DistinctBy(item => item.Id).ToDictionary(item => item.Id, item => item.Answer!.Trim());
        if (referral.State == ReferralState.InformationRequested && !referral.InformationItems.All(item => answers.ContainsKey(item.Id)))
            return Refusal.Of(nameof(command.Items), "ProvideInformation.ItemsMissing");

        return await referral.ProvideInformation(answers, command.Text?.Trim(), user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}
