using Pimms.Referrals;

namespace Pimms.UnitTests;

/// <summary>A hold says who owes its time; all holds of a referral together have a bound; what was answered before is kept.</summary>
public sealed class HoldReasonsTests
{
    /// <summary>Monday 2 November 2026.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly ReferralStory story = new(Monday);

    private Referral Referral => story.Referral;

    [Theory]
    [InlineData("AwaitingBeneficiary", "Beneficiary")]
    [InlineData("AwaitingThirdParty", "ThirdParty")]
    [InlineData("AwaitingDecision", "Partner")]
    [InlineData("Other", "Partner")]
    public void Charge_the_time_to_whom_the_reason_names(string reason, string owedBy)
    {
        story.Bring(ReferralState.Accepted);
        var promised = Referral.Clocks.AnswerDueOn;
        Assert.Null(Hold(Enum.Parse<HoldReason>(reason), Monday, 14).Refusal);
        Assert.Equal(owedBy == "Partner", !Referral.Clocks.IsPaused && Referral.Clocks.RunningDueOn == promised);
        Assert.Null(Referral.Resume(ReferralStory.Agent, Monday.AddDays(14)).Refusal);

        var owed = Referral.Clocks.DaysOwedBy(Enum.Parse<OwedBy>(owedBy), Monday.AddDays(14));
        Assert.Equal(9, owed); // ten days from Monday to Monday, but for the 11th
        Assert.Equal(owedBy == "Partner" ? promised : WorkingCalendar.France.Add(WorkingCalendar.DayOf(Monday.AddDays(14)), 10), Referral.Clocks.AnswerDueOn);
        // What the partner owes itself stays one piece of the ledger.
        if (owedBy == "Partner")
            Assert.Single(Referral.Clocks.Segments);
    }

    [Fact]
    public void Last_sixty_days_in_all_however_they_are_cut()
    {
        story.Bring(ReferralState.Accepted);
        Assert.Equal("ResumeOn", Hold(HoldReason.Other, Monday, 61).Refusal!.Errors.Single().Field);
        Assert.Null(Hold(HoldReason.AwaitingBeneficiary, Monday, 60).Refusal);
        // Ended after forty of them: twenty are left.
        Assert.Null(Referral.Resume(ReferralStory.Agent, Monday.AddDays(40)).Refusal);
        Assert.NotNull(Hold(HoldReason.AwaitingThirdParty, Monday.AddDays(41), 21).Refusal);
        Assert.Null(Hold(HoldReason.AwaitingThirdParty, Monday.AddDays(41), 20).Refusal);
        Assert.Null(Referral.Resume(CurrentUser.System("tests"), Monday.AddDays(61)).Refusal);
        Assert.DoesNotContain(Move.Hold, Referral.AllowedMoves(Side.Partner, Monday.AddDays(62)));
        Assert.Equal(RefusalTypes.MoveNotAllowed, Hold(HoldReason.Other, Monday.AddDays(62), 1).Refusal!.Type);
    }

    [Fact]
    public void A_hold_that_ends_with_the_answer_counts_too()
    {
        story.Bring(ReferralState.Accepted);
        Assert.Null(Hold(HoldReason.AwaitingDecision, Monday, 30).Refusal);
        Assert.Null(story.Make(Move.Answer, Side.Partner, Monday.AddDays(25)).Refusal);
        Assert.Null(story.Make(Move.Reopen, Side.Association, Monday.AddDays(26)).Refusal);
        Assert.Equal((25, null, null), (Referral.HeldDays, Referral.HoldReason, Referral.HoldText));
        Assert.NotNull(Hold(HoldReason.Other, Monday.AddDays(26), 36).Refusal);
    }

    [Fact]
    public void Reopening_keeps_what_was_answered_each_time()
    {
        story.Bring(ReferralState.Closed);
        Assert.Null(story.Make(Move.Reopen, Side.Association, Monday.AddDays(3)).Refusal);
        var former = Assert.Single(Referral.FormerAnswers);
        Assert.Equal((Outcome.PaymentPlan, 412.80m, Monday, VerifiedResult.Confirmed), (former.Decision.Outcome, former.Decision.Amount, former.At, former.Verified));
        Assert.Null(Referral.Decision);
        Assert.Null(story.Make(Move.Answer, Side.Partner, Monday.AddDays(5)).Refusal);
        Assert.Null(story.Make(Move.Reopen, Side.Association, Monday.AddDays(6)).Refusal);
        Assert.Equal([Monday, Monday.AddDays(5)], Referral.FormerAnswers.Select(answer => answer.At));
    }

    private Result Hold(HoldReason reason, DateTimeOffset at, int days) => Referral.Hold(reason, "Commission", WorkingCalendar.DayOf(at).AddDays(days), ReferralStory.Agent, at);
}
