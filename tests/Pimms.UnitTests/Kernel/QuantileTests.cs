using FsCheck.Xunit;

namespace Pimms.UnitTests;

public sealed class QuantileTests
{
    [Theory]
    [InlineData(new[] { 7 }, 0.5, 7)]
    [InlineData(new[] { 1, 2 }, 0.5, 1.5)]
    [InlineData(new[] { 3, 1, 2 }, 0.5, 2)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 0.9, 10)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 0.9, 9.1)]
    [InlineData(new[] { 0, 0, 0, 10 }, 0.9, 7)]
    [InlineData(new[] { 5, 5, 5 }, 0, 5)]
    [InlineData(new[] { 1, 9 }, 1, 9)]
    public void Is_as_postgresql_counts_it(int[] values, double share, double expected) => Assert.Equal((decimal)expected, Quantile.Of(values, (decimal)share));

    [Fact]
    public void Is_nothing_of_nothing() => Assert.Null(Quantile.Of([], 0.5m));

    [Property]
    public bool Lies_between_the_values_and_leaves_its_share_below(int[] values, byte place)
    {
        var share = place / 255m;
        if (values.Length == 0 || values.Any(value => Math.Abs((long)value) > 1_000_000))
            return true;
        var found = Quantile.Of(values, share)!.Value;
        return found >= values.Min() && found <= values.Max()
            && values.Count(value => value <= found) >= share * (values.Length - 1) - 0.0001m
            && values.Count(value => value >= found) >= (1 - share) * (values.Length - 1) - 0.0001m;
    }
}
