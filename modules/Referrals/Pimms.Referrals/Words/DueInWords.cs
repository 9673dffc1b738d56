using Microsoft.AspNetCore.Html;

namespace Pimms.Referrals;

/// <summary>What is due, as a list, a page or a case shows it.</summary>
/// <param name="When">"2 jours de retard", "demain, mardi 24", "en pause".</param>
/// <param name="What">What is due then: "accusé de réception"; empty when there is no more to say.</param>
/// <param name="Tone">Late, soon, or neither.</param>
/// <param name="On">The day itself; null when no day is meant.</param>
internal sealed record Due(string When, string What, Tone Tone, DateOnly? On);

/// <summary>Says when what is due, in people's words and for the side that reads. The beneficiary's own deadline counts when it is earlier.</summary>
internal sealed class DueInWords(Texts texts, Dates dates, CurrentUser user)
{
    public Due Say(DueFacts facts) => facts switch
    {
        { IsOver: true } or { IsDecided: true } when user.Side == Side.Partner || facts.IsOver => Since(facts),
        // What is answered is to be looked at, and no deadline that is past makes that later.
        { HarmIsFirst: true } when !facts.IsDecided || facts.HarmDate >= dates.Today => Harm(facts.HarmDate!.Value),
        { State: ReferralState.Draft } => new(texts["Due.Draft"], texts["Due.DraftSince", dates.ShortDay(Dates.DayOf(facts.ChangedAt))], Tone.Neutral, null),
        { State: ReferralState.InformationRequested } => new(texts["Due.Paused"], texts[$"Due.{user.Side}.InformationAwaited"], user.Side == Side.Partner ? Tone.Neutral : Tone.Wait, null),
        { State: ReferralState.OnHold, Paused: true, ResumeOn: { } day } => new(texts["Due.Paused"], texts["Due.ResumesOn", dates.ShortDay(day)], Tone.Neutral, day),
        { RunningDueOn: { } day } => Clock(day, facts.Acknowledged ? "Answer" : "Acknowledgement"),
        _ => new(texts[$"Due.{facts.State}"], texts["Due.Since", dates.ShortDay(Dates.DayOf(facts.ChangedAt))], Tone.Wait, null),
    };

    /// <summary>The same as a mark, for a list's row.</summary>
    public IHtmlContent Mark(DueFacts facts)
    {
        var due = Say(facts);
        return Marks.Due(due.When, due.What, due.Tone, due.On is { } day ? (day, dates.Full(day)) : null);
    }

    /// <summary>A promised day by itself: "2 jours de retard", "demain, mardi 24", "vendredi 4 déc."</summary>
    public string Day(DateOnly day) => day < dates.Today ? Late(day) : dates.ShortDay(day);

    public Tone ToneOf(DateOnly day) =>
        day < dates.Today ? Tone.Late : WorkingCalendar.France.Between(dates.Today, day) <= 1 ? Tone.Wait : Tone.Neutral;

    private Due Since(DueFacts facts) => new(dates.ShortDay(Dates.DayOf(facts.ChangedAt)), texts["Due.Over"], Tone.Neutral, null);

    /// <summary>The person's own deadline: soon or past it asks for attention, and nobody is late by it.</summary>
    public Due Harm(DateOnly day) => day < dates.Today
        ? new(texts["Due.HarmPassed", dates.ShortDay(day)], texts["Due.Harm"], Tone.Wait, day)
        : new(dates.ShortDay(day), texts["Due.Harm"], ToneOf(day), day);

    private Due Clock(DateOnly day, string which)
    {
        var left = WorkingCalendar.France.Between(dates.Today, day);
        return new(Day(day), left > 1 ? texts[$"Due.{which}.DaysLeft", left] : texts[$"Due.{which}"], ToneOf(day), day);
    }

    /// <summary>In working days, as the commitment is; late since the weekend is late by none.</summary>
    private string Late(DateOnly day) => texts.Count("Due.Late", WorkingCalendar.France.Between(day, dates.Today));
}
