using Pimms.Conventions;
using Pimms.Users.Contracts;
using static Pimms.UnitTests.Agreements;

namespace Pimms.UnitTests;

public sealed class KeepingTests
{
    private static readonly PersonSummary Claire = new(Guid.NewGuid(), "Claire Dumas", true);
    private static readonly PersonSummary Paul = new(Guid.NewGuid(), "Paul Vidal", true);
    private static readonly CurrentUser Work = CurrentUser.System("conventions.replace-referent");

    [Fact]
    public void The_deputy_takes_over_from_a_referent_who_leaves()
    {
        var convention = Named((ReferentRank.Referent, Claire), (ReferentRank.Deputy, Paul));
        convention.Lose(Claire.Id, Work, Now);
        var referent = Assert.Single(convention.Referents);
        Assert.Equal((ReferentRank.Referent, Paul.Id), (referent.Rank, referent.PersonId));
        Assert.Equal((StepKind.DeputyTookOver, "Claire Dumas"), (convention.Steps[^1].Kind, convention.Steps[^1].Reason));
    }

    [Fact]
    public void It_is_written_down_that_nobody_took_over()
    {
        var convention = Named((ReferentRank.Referent, Claire));
        convention.Lose(Claire.Id, Work, Now);
        Assert.Empty(convention.Referents);
        Assert.Equal(StepKind.ReferentLeft, convention.Steps[^1].Kind);
    }

    [Fact]
    public void A_deputy_who_leaves_is_one_no_longer()
    {
        var convention = Named((ReferentRank.Referent, Claire), (ReferentRank.Deputy, Paul));
        convention.Lose(Paul.Id, Work, Now);
        Assert.Equal(Claire.Id, Assert.Single(convention.Referents).PersonId);
        Assert.Equal(StepKind.DeputyLeft, convention.Steps[^1].Kind);
    }

    [Fact]
    public void Naming_the_same_people_again_is_no_step()
    {
        var convention = Named((ReferentRank.Referent, Claire));
        var before = convention.Steps.Count;
        Name(convention, (ReferentRank.Referent, Claire));
        Assert.Equal(before, convention.Steps.Count);
    }

    [Fact]
    public void What_was_received_adds_up_and_is_taken_back_by_another_entry()
    {
        var convention = Active();
        Assert.Null(convention.Receive(3000, Today, "", Administrator, Now).Refusal);
        Assert.Null(convention.Receive(-500, Today, "Erreur de saisie.", Administrator, Now).Refusal);
        Assert.Equal(2500, convention.Steps.Sum(step => step.Amount ?? 0));
        Assert.Equal("ReceivedOn", convention.Receive(1, Today.AddDays(1), "", Administrator, Now).Refusal!.Errors[0].Field);
    }

    private static Convention Named(params (ReferentRank Rank, PersonSummary Person)[] people)
    {
        var convention = Active();
        Name(convention, people);
        return convention;
    }

    private static void Name(Convention convention, params (ReferentRank Rank, PersonSummary Person)[] people) =>
        Assert.Null(convention.NameReferents(people.ToDictionary(one => (Side.Association, one.Rank), one => one.Person), Administrator, Now).Refusal);
}
