using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class ReferralMovesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Written out once more, by hand: what each side may do from each state.</summary>
    private static readonly Dictionary<(ReferralState, Side), Move[]> Expected = new()
    {
        [(ReferralState.Draft, Side.Association)] = [Move.Send],
        [(ReferralState.Sent, Side.Association)] = [Move.Withdraw],
        [(ReferralState.Sent, Side.Partner)] = [Move.Accept, Move.RequestInformation, Move.Answer, Move.Decline],
        [(ReferralState.Sent, Side.System)] = [Move.Expire],
        [(ReferralState.Accepted, Side.Association)] = [Move.Withdraw],
        [(ReferralState.Accepted, Side.Partner)] = [Move.RequestInformation, Move.Answer, Move.Hold, Move.Decline],
        [(ReferralState.InformationRequested, Side.Association)] = [Move.ProvideInformation, Move.Withdraw],
        [(ReferralState.OnHold, Side.Association)] = [Move.Withdraw],
        [(ReferralState.OnHold, Side.Partner)] = [Move.Answer, Move.Resume],
        [(ReferralState.OnHold, Side.System)] = [Move.Resume],
        [(ReferralState.Answered, Side.Association)] = [Move.Close, Move.Reopen],
        [(ReferralState.Answered, Side.System)] = [Move.AutoClose],
        [(ReferralState.Declined, Side.Association)] = [Move.Close],
        [(ReferralState.Expired, Side.Association)] = [Move.Close],
        [(ReferralState.Closed, Side.Association)] = [Move.Reopen],
    };

    // By name: the enums are the module's own.
    public static TheoryData<string, Side> EveryStateAndSide => new MatrixTheoryData<string, Side>(Enum.GetNames<ReferralState>(), Enum.GetValues<Side>());

    [Theory, MemberData(nameof(EveryStateAndSide))]
    public void Allow_a_side_what_the_agreement_says_and_nothing_else(string state, Side side) =>
        Assert.Equal(Expected.GetValueOrDefault((Enum.Parse<ReferralState>(state), side), []), ReferralMoves.From(Enum.Parse<ReferralState>(state), side));

    public static TheoryData<string, string, Side> EveryMove => new MatrixTheoryData<string, string, Side>(Enum.GetNames<Move>(), Enum.GetNames<ReferralState>(), Enum.GetValues<Side>());

    [Theory, MemberData(nameof(EveryMove))]
    public void Are_refused_by_the_referral_unless_the_table_has_them(string named, string state, Side side)
    {
        var (move, from) = (Enum.Parse<Move>(named), Enum.Parse<ReferralState>(state));
        var story = new ReferralStory(Now);
        story.Bring(from);
        var before = story.Referral.Revision;
        var answer = story.Make(move, side, Now);

        if (ReferralMoves.From(from, side).Contains(move))
        {
            Assert.Null(answer.Refusal);
            Assert.Equal((ReferralMoves.Of(move).To, before + 1), (story.Referral.State, story.Referral.Revision));
        }
        else
        {
            Assert.Equal(RefusalTypes.MoveNotAllowed, answer.Refusal!.Type);
            Assert.Equal((from, before), (story.Referral.State, story.Referral.Revision));
        }
    }

    [Fact]
    public void Reopen_what_is_closed_for_sixty_days()
    {
        var story = new ReferralStory(Now);
        story.Bring(ReferralState.Closed);
        Assert.Contains(Move.Reopen, story.Referral.AllowedMoves(Side.Association, Now.AddDays(60)));
        Assert.DoesNotContain(Move.Reopen, story.Referral.AllowedMoves(Side.Association, Now.AddDays(60).AddSeconds(1)));
    }

    [Theory, MemberData(nameof(EveryStateAndSide))]
    public void Have_at_most_one_expected_next_step(string state, Side side)
    {
        var from = Enum.Parse<ReferralState>(state);
        Assert.True(ReferralMoves.From(from, side).Count(move => MoveLinks.IsExpected(move, from)) <= 1);
    }
}
