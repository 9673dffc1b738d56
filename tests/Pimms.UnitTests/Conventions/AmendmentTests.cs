using Pimms.Conventions;
using static Pimms.UnitTests.Agreements;

namespace Pimms.UnitTests;

public sealed class AmendmentTests
{
    [Fact]
    public void Adds_a_version_and_leaves_the_one_before_as_it_was()
    {
        var convention = Active();
        Assert.Null(Amend(convention, Faster(), Today.AddDays(3)).Refusal);
        Assert.Equal([10, 5], convention.Terms.Select(terms => terms.Commitments[0].AnswerWithinDays));
        Assert.Equal((1, 2), (convention.TermsOn(Today.AddDays(2)).Number, convention.TermsOn(Today.AddDays(3)).Number));
        Assert.True(convention.Terms[1] is { Published: true, AmendedBecause: "Plus vite." });
        Assert.Equal((StepKind.Amended, Today.AddDays(3)), (convention.Steps[^1].Kind, convention.Steps[^1].Day));
    }

    [Fact]
    public void Takes_effect_the_same_day_and_the_later_of_two_wins()
    {
        var convention = Active();
        Assert.Null(Amend(convention, Faster(), Today).Refusal);
        Assert.Null(Amend(convention, Faster(4), Today).Refusal);
        Assert.Equal(4, convention.TermsOn(Today).Commitments[0].AnswerWithinDays);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Does_not_rewrite_the_past_nor_overtake_the_version_before(int days)
    {
        var convention = Active();
        Assert.Null(Amend(convention, Faster(), Today.AddDays(3)).Refusal);
        Assert.Equal("EffectiveOn", Amend(convention, Faster(4), Today.AddDays(days)).Refusal!.Errors[0].Field);
    }

    [Fact]
    public void Does_not_take_effect_after_the_end() => Assert.Equal("EffectiveOn", Amend(Active(), Faster(), new(2027, 1, 1)).Refusal!.Errors[0].Field);

    [Fact]
    public void Keeps_the_first_day() => Assert.Equal("StartsOn", Amend(Active(), Faster() with { StartsOn = new(2026, 1, 2) }, Today).Refusal!.Errors[0].Field);

    [Fact]
    public void A_later_end_in_writing_ends_a_prolongation()
    {
        var convention = Active();
        Assert.Null(convention.Prolong("Le conseil vote en mars.", new(2027, 6, 30), Administrator, Now).Refusal);
        Assert.Null(Amend(convention, Faster() with { EndsOn = new(2028, 12, 31) }, Today).Refusal);
        Assert.Equal((ConventionState.Active, new DateOnly(2028, 12, 31), false), (convention.State, convention.EndsOn, convention.SignaturePending));
    }

    [Fact]
    public void Leaves_a_renewed_term_alone_when_the_end_stays()
    {
        var content = Content() with { Renewal = new() { Months = 12, NoticeMonths = 3 } };
        var convention = Active(content);
        var later = new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.Zero);
        convention.Renew(CurrentUser.System("renew-conventions"), later);
        Assert.Null(convention.Amend(content with { EndsOn = convention.EndsOn }, new(2027, 2, 1), "Plus vite.", Partner, Administrator, later).Refusal);
        Assert.Equal((1, new DateOnly(2028, 12, 31)), (convention.Renewals, convention.NextTermEndsOn));
    }

    [Fact]
    public void A_proposal_is_one_at_a_time_and_never_approved_by_who_made_it()
    {
        var convention = Draft();
        var second = Administrator with { Id = Guid.NewGuid(), Name = "Paul Vidal" };
        Assert.Null(convention.Propose(ProposalKind.Activation, "{}", Administrator, Now).Refusal);
        Assert.NotNull(convention.Propose(ProposalKind.Activation, "{}", second, Now).Refusal);
        Assert.Equal(RefusalTypes.Forbidden, convention.WhyNotToApprove(Administrator)!.Type);
        Assert.Null(convention.WhyNotToApprove(second));
    }

    [Fact]
    public void A_draft_that_changes_waits_for_nobody_any_longer()
    {
        var convention = Draft();
        Assert.Null(convention.Propose(ProposalKind.Activation, "{}", Administrator, Now).Refusal);
        Assert.Null(convention.Edit(Content() with { Title = "Autre" }, Partner, Administrator, Now).Refusal);
        Assert.Null(convention.Proposal);
    }

    private static DraftConvention Faster(int days = 5) => Content() with { Procedures = [new() { ProcedureId = Procedures[0].Id, AcknowledgeWithinDays = 2, AnswerWithinDays = days }] };

    private static Result Amend(Convention convention, DraftConvention content, DateOnly effectiveOn) => convention.Amend(content, effectiveOn, "Plus vite.", Partner, Administrator, Now);
}
