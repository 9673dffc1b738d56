namespace Pimms.Conventions;

/// <summary>What the partner pays, as typed; without an amount, nothing.</summary>
internal sealed record ContributionContent
{
    public decimal? YearlyAmount { get; init; }

    /// <summary>The page has more rows than are needed; empty ones do not count.</summary>
    public IReadOnlyList<InstalmentContent> Instalments { get; init; } = new List<InstalmentContent>();

    internal Contribution? Agreed => YearlyAmount is { } amount
        ? new(amount, [.. Instalments.Where(one => !one.IsEmpty).OrderBy(one => one.DueOn).Select(one => new Instalment(one.DueOn!.Value, one.Amount!.Value))])
        : null;
}

/// <summary>A part of the contribution, as typed.</summary>
internal sealed record InstalmentContent
{
    public DateOnly? DueOn { get; init; }

    public decimal? Amount { get; init; }

    internal bool IsEmpty => DueOn is null && Amount is null;
}
