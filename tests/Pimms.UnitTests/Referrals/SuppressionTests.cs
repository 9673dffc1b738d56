using FsCheck.Xunit;
using Pimms.Referrals.Contracts;

namespace Pimms.UnitTests;

/// <summary>What leaves the association says nothing of what fewer than five referrals stand behind.</summary>
public sealed class SuppressionTests
{
    [Fact]
    public void Small_counts_are_hidden_and_none_is_no_small_one()
    {
        var outside = Flow([0, 12, 3, 2, 20]).Outside();
        Assert.Equal([0, 12, null, null, 20], outside.Endings.Select(ending => ending.Count));
    }

    [Fact]
    public void A_single_small_count_takes_the_next_smallest_along_since_the_total_would_give_it_away() =>
        Assert.Equal([null, null, 0, 20, 30], Flow([3, 8, 0, 20, 30]).Outside().Endings.Select(ending => ending.Count));

    [Fact]
    public void What_few_stand_behind_has_no_median_and_no_share()
    {
        var kept = new PromiseKept(4, 2, new(4, 3m, 9m)).Outside();
        Assert.Equal((null, null, null, null), (kept.Judged, kept.InTime, kept.Share, kept.Days.Median));
        Assert.Equal(0.5m, new PromiseKept(10, 5, new(10, 3m, 9m)).Outside().Share);
        Assert.Equal(0, new PromiseKept(0, 0, new(0, null, null)).Outside().Judged);
    }

    [Fact]
    public void Euros_of_few_answers_are_hidden()
    {
        Assert.Null((Flow([9]) with { Euros = 1200, WithAmount = 2 }).Outside().Euros);
        Assert.Equal(1200, (Flow([9]) with { Euros = 1200, WithAmount = 7 }).Outside().Euros);
    }

    [Property]
    public bool No_hidden_count_can_be_found_by_subtracting(byte[] counts)
    {
        int?[] all = [.. counts.Select(count => (int?)count)];
        var outside = Flow(all).Outside().Endings;
        var hidden = outside.Count(ending => ending.Count is null);
        return outside.All(ending => ending.Count is null or 0 or >= ConventionFlow.FewestShown)
            // One alone is only hidden when there is nothing else that it could be told apart from.
            && (hidden != 1 || all.Count(count => count > 0) == 1);
    }

    private static ConventionFlow Flow(int?[] endings) => new(
        endings.Sum() ?? 0, [], [], new(0, 0, new(0, null, null)), new(0, 0, new(0, null, null)), new(0, null, null), new(0, 0, 0),
        [.. endings.Index().Select(ending => new CodeCount($"{ending.Index}", ending.Item))], [], [], [], 0, 0);
}
