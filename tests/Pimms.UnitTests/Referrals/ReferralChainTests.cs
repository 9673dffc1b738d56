using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class ReferralChainTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(0, 5).Select(_ => Guid.NewGuid())];

    private static ChainLink Link(int id, int? from) => new(Ids[id], $"2026-{id:000000}", "Énergie", ReferralState.Declined, from is { } known ? Ids[known] : null);

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void Shows_the_whole_way_from_wherever_one_looks(int at)
    {
        ChainLink[] links = [Link(2, 1), Link(0, null), Link(3, null), Link(1, 0)];
        Assert.Equal([Ids[0], Ids[1], Ids[2]], ReferralChain.Around(Ids[at], links).Select(link => link.Id));
    }

    [Fact]
    public void Is_empty_for_one_that_was_never_redirected_or_is_not_there()
    {
        ChainLink[] links = [Link(0, null), Link(1, 0), Link(3, null), Link(4, 2)];
        Assert.Empty(ReferralChain.Around(Ids[3], links));
        Assert.Empty(ReferralChain.Around(Ids[4], links));
        Assert.Empty(ReferralChain.Around(Guid.NewGuid(), links));
    }

    [Fact]
    public void Ends_even_if_the_rows_ran_in_a_circle()
    {
        ChainLink[] links = [Link(0, 1), Link(1, 0)];
        Assert.Equal(2, ReferralChain.Around(Ids[0], links).Count);
    }
}
