namespace Pimms.Conventions;

/// <summary>Keeps a convention open for a while although its next signature is awaited.</summary>
internal sealed record ProlongConvention : IRequest<Result>
{
    public Guid Id { get; init; }

    public uint Version { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The last day; at most six months after the term.</summary>
    public DateOnly? EndsOn { get; init; }
}

internal sealed class ProlongConventionValidator : AbstractValidator<ProlongConvention>
{
    public ProlongConventionValidator()
    {
        RuleFor(prolong => prolong.Reason).Filled().MaximumLength(Lengths.Reason).WithMessage("Convention.TooLong");
        RuleFor(prolong => prolong.EndsOn).NotNull().WithMessage("Field.Missing").Plausible();
    }
}

internal sealed class ProlongConventionHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ProlongConvention, Result>
{
    public async Task<Result> Handle(ProlongConvention request, CancellationToken cancellationToken)
    {
        var convention = await db.AtVersion(request.Id, request.Version, user, cancellationToken);
        await db.OneAtATime(convention.PartnerId, cancellationToken);
        var from = convention.EndsOn.AddDays(1);
        if (convention.State.Allows(ConventionMove.Prolong) && await db.Overlapping(convention, convention.ProceduresFrom(from), from, request.EndsOn, cancellationToken) is [var overlap, ..])
            return Refusal.Of(nameof(request.EndsOn), "ProlongConvention.Overlap", overlap.Reference, overlap.ProcedureTitle);

        return await convention.Prolong(request.Reason.Trim(), request.EndsOn!.Value, user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(cancellationToken));
    }
}
