namespace Pimms.Conventions;

/// <summary>Records the signature: from then on the partner sees the convention, and between its dates the channel is open.</summary>
internal sealed record ActivateConvention : IRequest<Result>
{
    public Guid Id { get; init; }

    public uint Version { get; init; }

    public DateOnly? SignedOn { get; init; }

    /// <summary>The page has more rows than are needed; empty ones do not count.</summary>
    public IReadOnlyList<SignatoryContent> Signatories { get; init; } = new List<SignatoryContent>();
}

/// <summary>Who signed, as typed.</summary>
internal sealed record SignatoryContent
{
    public string Name { get; init; } = "";

    public string Capacity { get; init; } = "";

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Capacity);
}

internal sealed class ActivateConventionValidator : AbstractValidator<ActivateConvention>
{
    public ActivateConventionValidator()
    {
        RuleFor(activate => activate.SignedOn).NotNull().WithMessage("Field.Missing");
        RuleFor(activate => activate.Signatories).Must(signatories => signatories.Any(one => !one.IsEmpty)).WithMessage("ActivateConvention.NobodySigned");
        RuleForEach(activate => activate.Signatories).ChildRules(signatory => signatory.When(one => !one.IsEmpty, () =>
        {
            signatory.RuleFor(one => one.Name).Filled().MaximumLength(Lengths.Title).WithMessage("Convention.TooLong");
            signatory.RuleFor(one => one.Capacity).Filled().MaximumLength(Lengths.Title).WithMessage("Convention.TooLong");
        }));
    }
}

internal sealed class ActivateConventionHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ActivateConvention, Result>
{
    public async Task<Result> Handle(ActivateConvention request, CancellationToken cancellationToken)
    {
        var convention = await db.AtVersion(request.Id, request.Version, user, cancellationToken);
        await db.OneAtATime(convention.PartnerId, cancellationToken);
        if (convention.State == ConventionState.Draft && await db.FirstOverlap(convention, cancellationToken) is { } overlap)
            return Refusal.Of("", "ActivateConvention.Overlap", overlap.Reference, overlap.ProcedureTitle, overlap.EndsOn);

        Signatory[] signatories = [.. request.Signatories.Where(one => !one.IsEmpty).Select(one => new Signatory(one.Name.Trim(), one.Capacity.Trim()))];
        return await convention.Activate(request.SignedOn!.Value, signatories, user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(cancellationToken));
    }
}
