namespace Pimms.Conventions;

/// <summary>Stops new referrals for a while, and tells mediators why.</summary>
internal sealed record SuspendConvention : IRequest<Result>
{
    public Guid Id { get; init; }

    public uint Version { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class SuspendConventionValidator : AbstractValidator<SuspendConvention>
{
    public SuspendConventionValidator() => RuleFor(suspend => suspend.Reason).Filled().MaximumLength(Lengths.Reason).WithMessage("Convention.TooLong");
}

internal sealed class SuspendConventionHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<SuspendConvention, Result>
{
    public async Task<Result> Handle(SuspendConvention request, CancellationToken cancellationToken)
    {
        var convention = await db.AtVersion(request.Id, request.Version, user, cancellationToken);
        return await convention.Suspend(request.Reason.Trim(), user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(cancellationToken));
    }
}
