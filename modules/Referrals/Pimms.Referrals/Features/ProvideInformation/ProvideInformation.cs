namespace Pimms.Referrals;

/// <summary>An answer for every item, a document that was attached for it, or why there is none.</summary>
internal sealed record ProvideInformation(Guid ReferralId, uint Version, IReadOnlyList<ProvidedItem>? Items, string? Text) : IRequest<Result>;

internal sealed class ProvideInformationValidator : AbstractValidator<ProvideInformation>
{
    public ProvideInformationValidator()
    {
        RuleForEach(provide => provide.Items).ChildRules(item =>
        {
            item.RuleFor(one => one.Answer).MaximumLength(2000).WithMessage("Referral.TextTooLong");
            item.RuleFor(one => one.WhyNot).MaximumLength(500).WithMessage("Referral.TextTooLong");
        });
        RuleFor(provide => provide.Text).MaximumLength(4000).WithMessage("Referral.TextTooLong");
    }
}

internal sealed class ProvideInformationHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ProvideInformation, Result>
{
    public async Task<Result> Handle(ProvideInformation command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        // What the scanner took away answers nothing.
        var withDocument = await db.Documents.AsNoTracking().VisibleTo(user)
            .Where(one => one.ReferralId == referral.Id && one.InformationItemId != null && one.File.State != DocumentState.Rejected)
            .Select(one => one.InformationItemId!.Value).ToHashSetAsync(ct);
        return await referral.ProvideInformation([.. (command.Items ?? []).DistinctBy(item => item.Id)], withDocument, command.Text?.Trim(), user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}
