namespace Pimms.Referrals;

internal sealed record RequestInformation(Guid ReferralId, uint Version, [property: OneLine] IReadOnlyList<string?>? Items, string? Text) : IRequest<Result>;

internal sealed class RequestInformationValidator : AbstractValidator<RequestInformation>
{
    public const int MostItems = 10;

    public RequestInformationValidator()
    {
        RuleFor(request => request.Items).Must(items => items is not null && items.Any(item => !string.IsNullOrWhiteSpace(item))).WithMessage("RequestInformation.ItemsMissing")
            .Must(items => items is null || items.Count(item => !string.IsNullOrWhiteSpace(item)) <= MostItems).WithMessage("RequestInformation.TooManyItems");
        RuleForEach(request => request.Items).MaximumLength(200).WithMessage("RequestInformation.ItemTooLong");
        RuleFor(request => request.Text).MaximumLength(4000).WithMessage("Referral.TextTooLong");
    }
}

internal sealed class RequestInformationHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<RequestInformation, Result>
{
    public async Task<Result> Handle(RequestInformation command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        var items = command.Items!.Where(item => !string.IsNullOrWhiteSpace(item)).Select(item => item!.Trim());
        return await referral.RequestInformation(items, command.Text?.Trim(), user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}
