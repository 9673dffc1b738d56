namespace Pimms.Conventions;

/// <summary>What the partner pays for the work of mediation.</summary>
/// <param name="YearlyAmount">Euros a year.</param>
/// <param name="Instalments">When it is due; together the yearly amount. Empty when nothing was agreed on that.</param>
internal sealed record Contribution(decimal YearlyAmount, IReadOnlyList<Instalment> Instalments);

/// <summary>A part of the contribution.</summary>
/// <param name="DueOn">The first time; then every year on this day.</param>
/// <param name="Amount">Euros.</param>
internal sealed record Instalment(DateOnly DueOn, decimal Amount);
