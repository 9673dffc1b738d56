using FsCheck;
using FsCheck.Fluent;
using Pimms.Conventions;
using Pimms.Conventions.Contracts;
using static Pimms.UnitTests.Agreements;

namespace Pimms.UnitTests;

public sealed class ConventionStoryTests
{
    [Fact]
    public void The_channel_answers_as_a_calendar_turned_day_by_day() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(ConventionStory.Any, story =>
    {
        var (convention, done) = story.Live();
        Assert.Equal(Turned(story, done), Ask(story, convention));
    }));

    [Fact]
    public void The_channel_does_not_wait_for_the_schedules() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(ConventionStory.Any, story =>
    {
        var (convention, _) = story.Live();
        var before = Ask(story, convention);
        ConventionStory.RunSchedules(convention, story.AskedOn);
        Assert.Equal(before, Ask(story, convention));
    }));

    [Fact]
    public void Its_history_only_grows_and_its_versions_stay() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(ConventionStory.Any, story =>
    {
        var (convention, done) = story.Live();
        Assert.Equal(1 + done.Count(one => one.What == Happening.Amend), convention.Terms.Count);
        Assert.True(convention.Steps.Count >= 2 + done.Count);
        Assert.Equal(10, convention.Terms[0].Commitments[0].AnswerWithinDays);
        Assert.Equal(convention.NoticeBy is null, convention.NextTermEndsOn is null);
    }));

    private static ClosedReason? Ask(ConventionStory story, Convention convention) =>
        ChannelRule.Decide([ChannelCandidate.With.Compile()(convention, [story.Procedure])], story.Procedure, null, story.AskedOn).Reason;

    /// <summary>The model: nothing but a calendar, turned from the first day to the day of the question.</summary>
    private static ClosedReason? Turned(ConventionStory story, IReadOnlyList<(DateOnly Day, Happening What, DateOnly About, bool Both)> done)
    {
        var (last, renews, suspended, ended) = (story.EndsOn, story.RenewalMonths is not null, false, false);
        var covers = new List<(DateOnly From, bool Both)> { (story.StartsOn, false) };
        for (var day = story.StartsOn; day <= story.AskedOn; day = day.AddDays(1))
        {
            // Terms are counted from the end that was written.
            for (var terms = 1; renews && !ended && last < day; terms++)
                last = story.EndsOn.AddDays(1).AddMonths(terms * story.RenewalMonths!.Value).AddDays(-1);
            ended |= last < day;
            foreach (var (_, what, about, both) in done.Where(one => one.Day == day))
            {
                suspended = what switch { Happening.Suspend => true, Happening.Resume => false, _ => suspended };
                if (what is Happening.Prolong or Happening.Terminate)
                    (last, renews) = (about, false);
                ended |= what == Happening.Terminate && about == day;
                if (what == Happening.Amend)
                    covers.Add((about, both));
            }
        }

        var asBoth = covers.Last(version => version.From <= story.AskedOn || version == covers[0]).Both;
        return story.AboutSecond && !asBoth ? ClosedReason.ProcedureNotCovered
            : ended ? ClosedReason.Expired
            : story.AskedOn < story.StartsOn ? ClosedReason.NotStarted
            : suspended ? ClosedReason.Suspended
            : null;
    }
}
