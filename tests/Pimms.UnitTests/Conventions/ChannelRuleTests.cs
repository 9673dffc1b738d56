using FsCheck;
using FsCheck.Fluent;
using Pimms.Conventions;
using Pimms.Conventions.Contracts;

namespace Pimms.UnitTests;

public sealed class ChannelRuleTests
{
    private static readonly Guid Procedure = Guid.NewGuid();
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);

    [Fact]
    public void Answers_as_the_obvious_model_does_for_any_conventions_on_any_day() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(ChannelCase.Any, asked =>
    {
        var channel = ChannelRule.Decide(asked.Conventions, asked.Procedure, asked.Commune, asked.Date);
        Assert.Equal(ChannelModel.Reason(asked.Conventions, asked.Procedure, asked.Commune, asked.Date), channel.Reason);
        Assert.Equal(channel.Open, channel.Terms is not null);
    }));

    [Fact]
    public void Opens_on_terms_of_a_convention_that_would_be_open_alone() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(ChannelCase.Any, asked =>
    {
        if (ChannelRule.Decide(asked.Conventions, asked.Procedure, asked.Commune, asked.Date).Terms is not { } terms)
            return;
        var one = asked.Conventions.Single(convention => convention.Id == terms.ConventionId);
        Assert.Null(ChannelModel.Reason([one], asked.Procedure, asked.Commune, asked.Date));
        var version = ChannelModel.VersionOn(one, asked.Date);
        Assert.Equal((version.Number, version.For(asked.Procedure)!.AnswerWithinDays), (terms.ConventionVersion, terms.AnswerWithinDays));
    }));

    [Fact]
    public void Does_not_depend_on_the_order_of_the_conventions() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(ChannelCase.Any, asked =>
        Assert.Equivalent(
            ChannelRule.Decide(asked.Conventions, asked.Procedure, asked.Commune, asked.Date),
            ChannelRule.Decide([.. asked.Conventions.Reverse()], asked.Procedure, asked.Commune, asked.Date))));

    [Theory]
    [InlineData("2025-12-31", ClosedReason.NotStarted)]
    [InlineData("2026-01-01", null)]
    [InlineData("2026-12-31", null)]
    [InlineData("2027-01-01", ClosedReason.Expired)]
    public void Is_open_from_the_first_day_to_the_last_both_included(string day, ClosedReason? reason) =>
        Assert.Equal(reason, Ask(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Signed()).Reason);

    [Fact]
    public void Says_when_it_starts_and_when_it_ended()
    {
        Assert.Equal(First, Ask(First.AddDays(-1), Signed()).Day);
        Assert.Equal(Last, Ask(Last.AddDays(1), Signed()).Day);
    }

    [Fact]
    public void Tells_mediators_why_it_is_suspended()
    {
        var channel = Ask(First, Signed() with { State = ConventionState.Suspended, SuspendedBecause = "Le guichet déménage." });
        Assert.Equal((ClosedReason.Suspended, "Le guichet déménage."), (channel.Reason, channel.Explanation));
    }

    [Fact]
    public void Prefers_the_convention_that_follows_to_the_one_that_is_over()
    {
        var next = Signed() with { StartsOn = new(2027, 3, 1), EndsOn = new(2028, 2, 28) };
        var channel = Ask(new(2027, 2, 1), Signed(), next);
        Assert.Equal((ClosedReason.NotStarted, next.StartsOn), (channel.Reason, channel.Day));
    }

    [Fact]
    public void An_unknown_commune_is_outside_of_any_territory()
    {
        var local = Signed(communes: ["30189"]);
        Assert.Equal(ClosedReason.CommuneOutside, Ask(First, local).Reason);
        Assert.Null(ChannelRule.Decide([local], Procedure, "30189", First).Reason);
    }

    [Fact]
    public void Stays_open_after_a_term_that_renews_by_itself() =>
        Assert.Null(Ask(Last.AddDays(1), Signed() with { Renews = true }).Reason);

    [Fact]
    public void Names_who_knows_more_where_it_is_closed() =>
        Assert.Equal("Claire Dumas", Ask(Last.AddDays(1), Signed() with { AskWhom = "Claire Dumas" }).AskWhom);

    [Fact]
    public void Gives_the_cap_with_the_terms()
    {
        var capped = Signed() with { Versions = [new CandidateTerms(1, First, [], [], false, 24, [new CandidateCommitment(Procedure, 3, 10, 30, 5)])] };
        Assert.Equal(5, Ask(First, capped).Terms!.MonthlyCap);
    }

    private static Channel Ask(DateOnly day, params ChannelCandidate[] conventions) => ChannelRule.Decide(conventions, Procedure, null, day);

    private static ChannelCandidate Signed(params string[] communes) => new(Guid.NewGuid(), "2026-01", ConventionState.Active, First, Last, "",
        [new CandidateTerms(1, First, communes, [], false, 24, [new CandidateCommitment(Procedure, 3, 10, 30, null)])]);
}
