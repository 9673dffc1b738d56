using System.Text.Json;

namespace Pimms.Conventions;

/// <summary>Records the signature: from then on the partner sees the convention, and between its dates the channel is open. Where two administrators are asked for, it waits for the second.</summary>
internal sealed record ActivateConvention : IRequest<Result>
{
    public Guid Id { get; init; }

    public uint Version { get; init; }

    public DateOnly? SignedOn { get; init; }

    /// <summary>The page has more rows than are needed; empty ones do not count.</summary>
    public IReadOnlyList<SignatoryContent> Signatories { get; init; } = new List<SignatoryContent>();

    /// <summary>Ends the conventions that cover the same, the day before this one begins; otherwise they are an obstacle.</summary>
    public bool Replace { get; init; }
}

/// <summary>Who signed, as typed.</summary>
internal sealed record SignatoryContent
{
    [OneLine]
    public string Name { get; init; } = "";

    [OneLine]
    public string Capacity { get; init; } = "";

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Capacity);
}

internal sealed class ActivateConventionValidator : AbstractValidator<ActivateConvention>
{
    public ActivateConventionValidator()
    {
        RuleFor(activate => activate.SignedOn).NotNull().WithMessage("Field.Missing").Plausible();
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
        if (convention.State == ConventionState.Draft && await db.NeedsTwo(cancellationToken))
        {
            return await (convention.WhyNotToActivate(request.SignedOn!.Value, clock.GetUtcNow()) ?? convention.Propose(ProposalKind.Activation, JsonSerializer.Serialize(request), user, clock.GetUtcNow()))
                .Then(() => db.SaveChangesAsync(cancellationToken));
        }
        return await request.CarryOut(convention, db, user, clock.GetUtcNow(), cancellationToken);
    }
}

internal static class Activation
{
    /// <summary>Does it, whoever proposed it.</summary>
    public static async Task<Result> CarryOut(this ActivateConvention request, Convention convention, ConventionsDbContext db, CurrentUser user, DateTimeOffset at, CancellationToken ct)
    {
        await db.OneAtATime(convention.PartnerId, ct);
        var overlaps = convention.State == ConventionState.Draft
            ? await db.Overlapping(convention, convention.ProceduresFrom(convention.StartsOn), convention.StartsOn, convention.NoticeBy is null ? convention.EndsOn : null, ct)
            : [];
        if (overlaps is [var first, ..] && !request.Replace)
            return Refusal.Of(nameof(request.Replace), "ActivateConvention.Overlap", first.Reference, first.ProcedureTitle, first.EndsOn);

        Signatory[] signatories = [.. request.Signatories.Where(one => !one.IsEmpty).Select(one => new Signatory(one.Name.Trim(), one.Capacity.Trim()))];
        var result = convention.Activate(request.SignedOn!.Value, signatories, user, at);
        if (result.Refusal is null)
        {
            foreach (var other in overlaps.DistinctBy(overlap => overlap.ConventionId))
                (await db.AtVersion(other.ConventionId, other.Version, user, ct)).MakeRoomFor(convention, user, at);
        }
        return await result.Then(() => db.SaveChangesAsync(ct));
    }
}
