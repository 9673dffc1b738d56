namespace Pimms.Conventions;

/// <summary>Ends a convention before its term: today, or on a day that is still to come.</summary>
internal sealed record TerminateConvention : IRequest<Result>
{
    public Guid Id { get; init; }

    public uint Version { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The last day on which it applies; today ends it at once.</summary>
    public DateOnly? EndsOn { get; init; }
}

internal sealed class TerminateConventionValidator : AbstractValidator<TerminateConvention>
{
    public TerminateConventionValidator()
    {
        RuleFor(terminate => terminate.Reason).Filled().MaximumLength(Lengths.Reason).WithMessage("Convention.TooLong");
        RuleFor(terminate => terminate.EndsOn).NotNull().WithMessage("Field.Missing").Plausible();
    }
}

internal sealed class TerminateConventionHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<TerminateConvention, Result>
{
    public async Task<Result> Handle(TerminateConvention request, CancellationToken cancellationToken)
    {
        var convention = await db.AtVersion(request.Id, request.Version, user, cancellationToken);
        return await convention.Terminate(request.Reason.Trim(), request.EndsOn!.Value, user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(cancellationToken));
    }
}
