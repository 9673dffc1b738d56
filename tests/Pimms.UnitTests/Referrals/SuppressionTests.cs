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
        Assert.Equal(3m, new PromiseKept(10, 5, new(10, 3m, 9m)).Outside().Days.Median);
        Assert.Equal(0, new PromiseKept(0, 0, new(0, null, null)).Outside().Judged);
    }

    [Theory]
    [InlineData(5, 4)]
    [InlineData(5, 1)]
    [InlineData(12, 8)]
    [InlineData(40, 2)]
    [InlineData(40, 39)]
    public void A_share_of_which_one_side_is_small_is_hidden_with_its_count(int judged, int inTime)
    {
        var kept = new PromiseKept(judged, inTime, new(judged, 3m, 9m)).Outside();
        Assert.Equal((judged, null, null, null), (kept.Judged, kept.InTime, kept.Late, kept.Share));
    }

    [Fact]
    public void Counts_that_tell_how_few_are_not_judged_are_hidden_and_the_share_goes_alone()
    {
        var kept = new PromiseKept(30, 20, new(28, 3m, 9m)).Outside(of: 32);
        Assert.Equal((null, null, 0.67m, null), (kept.Judged, kept.InTime, kept.Share, kept.Days.Count));
    }

    [Fact]
    public void Small_counts_that_are_few_together_take_another_along() =>
        Assert.Equal([null, null, null, 20], Flow([1, 2, 9, 20]).Outside().Endings.Select(ending => ending.Count));

    [Fact]
    public void The_totals_of_procedures_and_months_give_no_hidden_one_away()
    {
        var (first, second, third) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var (may, june, july) = (new DateOnly(2026, 5, 1), new DateOnly(2026, 6, 1), new DateOnly(2026, 7, 1));
        var outside = (Flow([43]) with
        {
            Acknowledgement = new(43, 30, new(43, 1m, 2m)),
            Procedures = [Part(first, 30, 24), Part(second, 10, 5), Part(third, 3, 1)],
            Months = [new(may, first, 20), new(june, first, 7), new(july, first, 3), new(may, second, 6), new(june, second, 4), new(june, third, 3)],
        }).Outside();
        Assert.Equal([30, null, null], outside.Procedures.Select(part => part.Sent));
        // Of the first all is shown but what the others' would be subtracted from.
        Assert.Equal([30, null, null], outside.Procedures.Select(part => part.Acknowledgement.Judged));
        Assert.Equal([20, null, null], outside.Months.Where(cell => cell.ProcedureId == first).Select(cell => cell.Sent));
        Assert.All(outside.Months.Where(cell => cell.ProcedureId != first), cell => Assert.Null(cell.Sent));
    }

    [Fact]
    public void The_parts_of_a_hidden_ending_are_hidden_with_it()
    {
        var outside = (Flow([]) with
        {
            Sent = 26, Endings = [new("Running", 3), new("Answered", 8), new("Declined", 15)], Outcomes = [new("PaymentPlan", 8), new("Other", 0)], Declines = [new("NotCompetent", 10), new("Other", 5)],
        }).Outside();
        Assert.Equal([null, null, 15], outside.Endings.Select(ending => ending.Count));
        Assert.Equal([null, 0], outside.Outcomes.Select(outcome => outcome.Count));
        Assert.Equal([10, 5], outside.Declines.Select(decline => decline.Count));
    }

    private static ProcedureFlow Part(Guid id, int sent, int inTime) => new(id, $"{id}", sent, new(sent, inTime, new(sent, 1m, 2m)), new(0, 0, new(0, null, null)));

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
        var together = all.Zip(outside, (count, ending) => ending.Count is null ? count : 0).Sum();
        return outside.All(ending => ending.Count is null or 0 or >= ConventionFlow.FewestShown)
            && (hidden == 0 || together >= ConventionFlow.FewestShown || all.Count(count => count > 0) == hidden)
            // One alone is only hidden when there is nothing else that it could be told apart from.
            && (hidden != 1 || all.Count(count => count > 0) == 1);
    }

    private static ConventionFlow Flow(int?[] endings) => new(
        endings.Sum() ?? 0, [], [], new(0, 0, new(0, null, null)), new(0, 0, new(0, null, null)), new(0, null, null), new(0, 0, 0),
        [.. endings.Index().Select(ending => new CodeCount($"{ending.Index}", ending.Item))], [], [], [], 0, 0);
}
