using Pimms.Conventions;
using Pimms.Conventions.Contracts;
using static Pimms.UnitTests.Agreements;

namespace Pimms.UnitTests;

public sealed class ConventionTests
{
    [Fact]
    public void Begins_as_a_draft_that_the_partner_does_not_see()
    {
        var convention = Draft();
        Assert.Equal((ConventionState.Draft, false), (convention.State, convention.Published));
        Assert.Equal(StepKind.Drafted, Assert.Single(convention.Steps).Kind);
    }

    [Fact]
    public void Keeps_what_was_agreed_as_its_first_version()
    {
        var terms = Assert.Single(Draft().Terms);
        var commitment = Assert.Single(terms.Commitments);
        Assert.Equal((1, 3, 10, 30), (terms.Number, commitment.AcknowledgeWithinDays, commitment.AnswerWithinDays, commitment.ExpiryDays));
        Assert.Equal([new DisclosedField(BeneficiaryField.Phone, DisclosureTime.AtSending)], terms.Disclosed);
    }

    [Fact]
    public void Is_seen_by_the_partner_with_all_that_belongs_to_it_once_signed()
    {
        var convention = Active();
        Assert.Equal((ConventionState.Active, true, Today), (convention.State, convention.Published, convention.SignedOn));
        Assert.All(convention.Terms, terms => Assert.True(terms.Published && terms.Commitments.All(commitment => commitment.Published)));
        Assert.All(convention.Steps, step => Assert.True(step.Published));
    }

    [Fact]
    public void Is_not_signed_in_the_future() =>
        Assert.Equal("SignedOn", Draft().Activate(Today.AddDays(1), [], Administrator, Now).Refusal!.Errors[0].Field);

    [Fact]
    public void Is_not_signed_once_its_dates_are_over() =>
        Assert.NotNull(Draft(Content() with { EndsOn = Today.AddDays(-1) }).Activate(Today, [], Administrator, Now).Refusal);

    [Fact]
    public void Is_suspended_with_a_reason_and_resumed_without_it()
    {
        var convention = Active();
        Assert.Null(convention.Suspend("Le guichet déménage.", Administrator, Now).Refusal);
        Assert.Equal((ConventionState.Suspended, "Le guichet déménage."), (convention.State, convention.SuspendedBecause));
        Assert.Null(convention.Resume(Administrator, Now).Refusal);
        Assert.Equal((ConventionState.Active, ""), (convention.State, convention.SuspendedBecause));
        Assert.Equal([StepKind.Drafted, StepKind.Activated, StepKind.Suspended, StepKind.Resumed], convention.Steps.Select(step => step.Kind));
    }

    [Fact]
    public void Ends_at_once_when_the_last_day_is_today()
    {
        var convention = Active();
        Assert.Null(convention.Terminate("Le réseau change.", Today, Administrator, Now).Refusal);
        Assert.Equal((ConventionState.Ended, Today), (convention.State, convention.EndsOn));
        Assert.Equal(new DateOnly(2026, 12, 31), convention.Terms[0].EndsOn);
        Assert.Contains(convention.Events, happened => happened is ConventionEnded { LastDay: var last } && last == Today);
    }

    [Fact]
    public void Runs_until_a_last_day_that_is_still_to_come()
    {
        var convention = Active();
        Assert.Null(convention.Terminate("Le réseau change.", Today.AddDays(7), Administrator, Now).Refusal);
        Assert.Equal((ConventionState.Active, Today.AddDays(7)), (convention.State, convention.EndsOn));
        Assert.DoesNotContain(convention.Events, happened => happened is ConventionEnded);
    }

    [Fact]
    public void Does_not_end_in_the_past_nor_later_than_agreed()
    {
        Assert.Equal("EndsOn", Active().Terminate("x", Today.AddDays(-1), Administrator, Now).Refusal!.Errors[0].Field);
        Assert.Equal("EndsOn", Active().Terminate("x", new(2027, 1, 1), Administrator, Now).Refusal!.Errors[0].Field);
    }

    [Theory]
    [InlineData("Draft", "Edit Activate Keep")]
    [InlineData("Active", "Amend Suspend Prolong Terminate Keep")]
    [InlineData("Prolonged", "Amend Suspend Prolong Terminate Keep")]
    [InlineData("Suspended", "Amend Resume Terminate Keep")]
    [InlineData("Ended", "Keep")]
    public void Allows_what_the_table_of_moves_says(string state, string moves) =>
        Assert.Equal(moves, string.Join(' ', Enum.GetValues<ConventionMove>().Where(move => Enum.Parse<ConventionState>(state).Allows(move))));

    [Fact]
    public void Refuses_to_change_once_signed_and_says_from_where()
    {
        var refusal = Active().Edit(Content(), Partner, Administrator, Now).Refusal!;
        Assert.Equal((RefusalTypes.MoveNotAllowed, ConventionState.Active), (refusal.Type, refusal.Facts["from"]));
    }
}
