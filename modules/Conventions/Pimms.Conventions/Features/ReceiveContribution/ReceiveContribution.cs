namespace Pimms.Conventions;

/// <summary>Notes what the partner paid. An entry is never changed: a wrong one is taken back by another, with a negative amount and why.</summary>
internal sealed record ReceiveContribution : IRequest<Result>
{
    public Guid Id { get; init; }

    public uint Version { get; init; }

    public decimal? Amount { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    [OneLine]
    public string Note { get; init; } = "";
}

internal sealed class ReceiveContributionValidator : AbstractValidator<ReceiveContribution>
{
    public ReceiveContributionValidator()
    {
        RuleFor(receive => receive.Amount).NotNull().WithMessage("Field.Missing").InclusiveBetween(-100_000_000m, 100_000_000m).WithMessage("Convention.AmountOutside")
            .NotEqual(0).WithMessage("Convention.AmountOutside");
        RuleFor(receive => receive.ReceivedOn).NotNull().WithMessage("Field.Missing").Plausible();
        RuleFor(receive => receive.Note).Filled().When(receive => receive.Amount < 0, ApplyConditionTo.CurrentValidator).MaximumLength(Lengths.Reason).WithMessage("Convention.TooLong");
    }
}

internal sealed class ReceiveContributionHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ReceiveContribution, Result>
{
    public async Task<Result> Handle(ReceiveContribution request, CancellationToken cancellationToken)
    {
        var convention = await db.AtVersion(request.Id, request.Version, user, cancellationToken);
        return await convention.Receive(request.Amount!.Value, request.ReceivedOn!.Value, request.Note.Trim(), user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(cancellationToken));
    }
}
