using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class DueInWordsTests : IDisposable
{
    /// <summary>Monday 23 November 2026.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Texts Words = House.Services.GetRequiredService<Texts>();
    private readonly InLanguage french = new("fr");

    [Theory]
    [InlineData("2026-11-19", "2 jours de retard", "accusé de réception", Tone.Late)]
    [InlineData("2026-11-20", "1 jour de retard", "accusé de réception", Tone.Late)]
    [InlineData("2026-11-23", "aujourd’hui", "accusé de réception", Tone.Wait)]
    [InlineData("2026-11-24", "demain, mardi 24", "accusé de réception", Tone.Wait)]
    [InlineData("2026-11-26", "jeudi 26", "accusé, 3 jours ouvrés", Tone.Neutral)]
    public void Say_the_acknowledgement_while_nobody_has_acknowledged(string due, string when, string what, Tone tone) =>
        Assert.Equal((when, what, tone), Said(Facts(ReferralState.Sent, acknowledge: due, answer: "2026-12-04")));

    [Theory]
    [InlineData("2026-11-24", "demain, mardi 24", "réponse")]
    [InlineData("2026-12-04", "vendredi 4 déc.", "réponse, 9 jours ouvrés")]
    public void Say_the_answer_from_then_on(string due, string when, string what)
    {
        var (said, what2, _) = Said(Facts(ReferralState.Accepted, acknowledge: "2026-11-19", answer: due) with { Acknowledged = true });
        Assert.Equal((when, what), (said, what2));
    }

    [Fact]
    public void Do_not_count_the_weekend_as_days_of_delay()
    {
        var sunday = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(("en retard", Tone.Late), (Due(Side.Partner, sunday).Day(Day("2026-11-20")!.Value), Due(Side.Partner, sunday).ToneOf(Day("2026-11-20")!.Value)));
    }

    [Theory]
    [InlineData(Side.Partner, "complément attendu du site")]
    [InlineData(Side.Association, "complément attendu de vous")]
    public void Say_whom_a_pause_waits_for(Side reader, string what) =>
        Assert.Equal(("en pause", what), Pair(Due(reader).Say(Facts(ReferralState.InformationRequested, answer: "2026-12-04"))));

    [Fact]
    public void Say_when_a_hold_ends() =>
        Assert.Equal(("en pause", "reprise mardi 1er déc."), Pair(Due(Side.Partner).Say(Facts(ReferralState.OnHold, answer: "2026-12-04") with { ResumeOn = Day("2026-12-01"), Paused = true })));

    [Fact]
    public void Say_the_answer_of_a_hold_that_the_partner_owes_itself() =>
        Assert.Equal(("vendredi 4 déc.", "réponse, 9 jours ouvrés"), Pair(Due(Side.Partner).Say(Facts(ReferralState.OnHold, answer: "2026-12-04") with { ResumeOn = Day("2026-12-01"), Acknowledged = true, Paused = false })));

    [Theory]
    [InlineData(nameof(ReferralState.Sent), "2026-11-25")]
    [InlineData(nameof(ReferralState.InformationRequested), "2026-12-25")]
    [InlineData(nameof(ReferralState.OnHold), "2026-12-25")]
    public void Let_the_persons_own_deadline_count_when_it_is_earlier_and_never_pause_it(string state, string harm) =>
        Assert.Equal("échéance de l’usager", Due(Side.Partner).Say(Facts(Enum.Parse<ReferralState>(state), acknowledge: "2026-11-26", answer: "2026-12-04") with { HarmDate = Day(harm) }).What);

    [Fact]
    public void Say_of_a_deadline_that_is_past_that_it_is_past_and_call_nobody_late_by_it()
    {
        var facts = Facts(ReferralState.Sent, acknowledge: "2026-11-26", answer: "2026-12-04") with { HarmDate = Day("2026-11-20") };
        Assert.Equal(("passée vendredi 20", "échéance de l’usager", Tone.Wait), Said(facts));
        Assert.False(facts.IsLateOn(new DateOnly(2026, 11, 23)));
        Assert.Equal(("à vérifier", "depuis lundi 16"), Pair(Due(Side.Association).Say(facts with { State = ReferralState.Answered })));
    }

    [Fact]
    public void Let_an_earlier_promise_stand_before_the_persons_deadline() =>
        Assert.Equal("accusé de réception", Due(Side.Partner).Say(Facts(ReferralState.Sent, acknowledge: "2026-11-19", answer: "2026-12-04") with { HarmDate = Day("2026-11-27") }).What);

    [Theory]
    [InlineData(nameof(ReferralState.Closed), Side.Partner)]
    [InlineData(nameof(ReferralState.Closed), Side.Association)]
    [InlineData(nameof(ReferralState.Withdrawn), Side.Partner)]
    [InlineData(nameof(ReferralState.Answered), Side.Partner)]
    public void Say_nothing_is_due_when_it_is_over_for_the_reader(string state, Side reader) =>
        Assert.Equal("terminée", Due(reader).Say(Facts(Enum.Parse<ReferralState>(state), answer: "2026-12-04") with { HarmDate = Day("2026-11-27") }).What);

    [Fact]
    public void Ask_the_mediator_to_verify_an_answer() =>
        Assert.Equal(("à vérifier", "depuis lundi 16"), Pair(Due(Side.Association).Say(Facts(ReferralState.Answered, answer: "2026-12-04"))));

    public void Dispose() => french.Dispose();

    private static (string, string, Tone) Said(DueFacts facts)
    {
        var due = Due(Side.Partner).Say(facts);
        return (due.When, due.What, due.Tone);
    }

    private static (string, string) Pair(Due due) => (due.When, due.What);

    private static DueInWords Due(Side reader, FakeTimeProvider? clock = null) =>
        new(Words, new Dates(clock ?? new FakeTimeProvider(Now), Words), new CurrentUser { Name = "Lecteur", Side = reader });

    private static DueFacts Facts(ReferralState state, string? acknowledge = null, string? answer = null) =>
        new(state, Day(acknowledge), false, Day(answer), null, null, Now.AddDays(-7), Paused: state is ReferralState.InformationRequested or ReferralState.OnHold);

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
