using Pimms.Conventions;
using Pimms.Referrals.Contracts;
using static Pimms.UnitTests.Agreements;

namespace Pimms.UnitTests;

public sealed class ReviewDomainTests
{
    private static readonly CurrentUser Manager = new() { Id = Guid.NewGuid(), Name = "Luc Martin", Side = Side.Partner, Role = Role.PartnerManager };

    [Fact]
    public void Both_sides_comment_until_it_is_signed_off()
    {
        var review = Opened();
        Assert.Null(review.Say("À relire.", Administrator, Now).Refusal);
        Assert.Null(review.Say("D’accord.", Manager, Now).Refusal);
        Assert.Null(review.Sign("B2026-0001", Figures(), Administrator, Now).Refusal);
        Assert.Equal("Review.NotOpen", review.Say("Trop tard.", Manager, Now).Refusal!.Errors.Single().Message);
        Assert.Equal([Side.Association, Side.Partner], review.Comments.Select(comment => comment.Side));
    }

    [Fact]
    public void Signing_freezes_all_figures_for_the_association_and_the_suppressed_ones_for_the_partner()
    {
        var review = Opened();
        review.Sign("B2026-0001", Figures(sent: 3), Administrator, Now);
        Assert.Equal((ReviewState.Signed, "B2026-0001"), (review.State, review.Number));
        Assert.Equal(3, review.Exact!.Figures.Flow.Sent);
        Assert.Null(review.Shared!.Flow.Sent);
        Assert.NotNull(review.Sign("B2026-0002", Figures(), Administrator, Now).Refusal);
    }

    [Fact]
    public void Is_opened_again_as_another_edition_only_once_it_is_signed()
    {
        var review = Opened();
        Assert.Equal("Review.NotSigned", review.Reopen("Erreur.", Administrator, Now).Refusal!.Errors.Single().Message);
        review.Sign("B2026-0001", Figures(), Administrator, Now);
        var again = review.Reopen("Erreur.", Administrator, Now).Value;
        Assert.Equal((2, review.FromDay, review.ToDay, ReviewState.Open, "Erreur."), (again.Edition, again.FromDay, again.ToDay, again.State, again.ReopenedBecause));
        Assert.Equal(ReviewState.Signed, review.State);
    }

    [Fact]
    public void Years_begin_on_the_conventions_first_day_and_the_last_one_ends_with_it() =>
        Assert.Equal(
            [new(new(2024, 2, 29), new(2025, 2, 27)), new(new(2025, 2, 28), new(2026, 2, 27)), new(new(2026, 2, 28), new(2026, 8, 31))],
            ReviewPeriods.Begun(new(2024, 2, 29), new(2026, 8, 31), new(2026, 12, 1)));

    [Fact]
    public void Years_that_have_not_begun_are_not_asked_for() => Assert.Single(ReviewPeriods.Begun(new(2026, 1, 1), new(2028, 12, 31), new(2026, 12, 31)));

    [Fact]
    public void Promises_are_those_of_the_versions_that_had_taken_effect()
    {
        var figures = ReviewFigures.Of(Active(), new(2026, 1, 1), new(2026, 12, 31), Figures().Flow);
        var delays = Assert.Single(figures.Delays);
        Assert.Equal((Procedures[0].Id, new AgreedDelay(3, 10)), (delays.ProcedureId, Assert.Single(delays.Delays)));
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 0)]
    [InlineData(null, 0)]
    public void A_cap_is_reached_when_a_month_saw_as_many(int? cap, int reached)
    {
        var content = Content();
        var convention = Active(content with { Procedures = [content.Procedures[0] with { MonthlyCap = cap }] });
        var flow = Figures().Flow with { Months = [new(new(2026, 3, 1), Procedures[0].Id, 5), new(new(2026, 4, 1), Procedures[0].Id, 4)] };
        Assert.Equal(reached, ReviewFigures.Of(convention, new(2026, 1, 1), new(2026, 12, 31), flow).Caps.Count);
    }

    private static Review Opened() => Review.Open(Active(), new(2026, 1, 1), new(2026, 12, 31), Administrator, Now);

    private static ReviewFigures Figures(int sent = 40) => new([], new(
        sent, [], [], new(0, 0, new(0, null, null)), new(0, 0, new(0, null, null)), new(0, null, null), new(0, 0, 0), [], [], [], [], 0, 0), []);
}
