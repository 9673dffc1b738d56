namespace Pimms.Kernel;

/// <summary>One line of a <c>bar-chart</c>.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Value">How much; null when it may not be shown: there is no bar then.</param>
/// <param name="Words">The value as people read it.</param>
public sealed record Bar(string Label, decimal? Value, string Words)
{
    /// <summary>What the value is a part of, drawn lighter behind it; null when it stands for itself.</summary>
    public decimal? Whole { get; init; }

    /// <summary>The bar's colour; it says nothing that the words do not.</summary>
    public Tone Tone { get; init; } = Tone.Hand;
}
