namespace Pimms.Kernel;

/// <summary>Medians and percentiles, as statisticians (and PostgreSQL's <c>percentile_cont</c>) count them: between two values, the distance is shared.</summary>
public static class Quantile
{
    /// <summary>The value below which that share of the values lies; null when there are none.</summary>
    /// <param name="values">In any order.</param>
    /// <param name="share">0 to 1: 0.5 is the median.</param>
    public static decimal? Of(IEnumerable<int> values, decimal share)
    {
        int[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
            return null;
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
