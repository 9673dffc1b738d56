namespace Pimms.Conventions;

/// <summary>How a convention stands today, at a glance, and the next day that matters.</summary>
internal sealed record Outlook(ConventionHealth Health, Tone Tone, DateOnly NextDay)
{
    private const int VerySoonDays = 30;
    private const int SoonDays = 120;

    /// <param name="state">Where it is in its life.</param>
    /// <param name="startsOn">Its first day.</param>
    /// <param name="endsOn">Its last day as it stands.</param>
    /// <param name="noticeBy">The last day to give notice; null when it will not renew by itself.</param>
    /// <param name="today">The day it is looked at.</param>
    public static Outlook Of(ConventionState state, DateOnly startsOn, DateOnly endsOn, DateOnly? noticeBy, DateOnly today) => state switch
    {
        _ when state == ConventionState.Ended || (state != ConventionState.Draft && endsOn < today && noticeBy is null) => new(ConventionHealth.Over, Tone.Neutral, endsOn),
        ConventionState.Draft when startsOn < today => new(ConventionHealth.SignatureLate, Tone.Late, startsOn),
        ConventionState.Draft => new(ConventionHealth.ToSign, Tone.Wait, startsOn),
        ConventionState.Suspended => new(ConventionHealth.Closed, Tone.Late, endsOn),
        ConventionState.Prolonged => new(ConventionHealth.SignaturePending, endsOn.DayNumber - today.DayNumber <= VerySoonDays ? Tone.Late : Tone.Wait, endsOn),
        _ when startsOn > today => new(ConventionHealth.NotStarted, Tone.Hand, startsOn),
        _ when noticeBy is { } notice => Renewing(endsOn, notice, today),
        _ when endsOn.DayNumber - today.DayNumber <= VerySoonDays => new(ConventionHealth.EndsVerySoon, Tone.Late, endsOn),
        _ when endsOn.DayNumber - today.DayNumber <= SoonDays => new(ConventionHealth.EndsSoon, Tone.Wait, endsOn),
        _ => new(ConventionHealth.Open, Tone.Done, endsOn),
    };

    private static Outlook Renewing(DateOnly endsOn, DateOnly noticeBy, DateOnly today) =>
        noticeBy < today ? new(ConventionHealth.Renews, Tone.Done, endsOn.AddDays(1))
        : noticeBy.DayNumber - today.DayNumber <= SoonDays ? new(ConventionHealth.NoticeSoon, Tone.Wait, noticeBy)
        : new(ConventionHealth.OpenWithNotice, Tone.Done, noticeBy);

    /// <summary>The colour of a state's word.</summary>
    public static Tone ToneOf(ConventionState state) => state switch
    {
        ConventionState.Draft => Tone.New,
        ConventionState.Active => Tone.Done,
        ConventionState.Prolonged => Tone.Wait,
        ConventionState.Suspended => Tone.Late,
        _ => Tone.Neutral,
    };
}

/// <summary>What there is to know first.</summary>
internal enum ConventionHealth
{
    ToSign,

    /// <summary>Still a draft on the day it should have begun.</summary>
    SignatureLate,

    NotStarted,
    Open,

    /// <summary>Open, and it renews by itself; the day to give notice is far.</summary>
    OpenWithNotice,

    /// <summary>The day to give notice comes near.</summary>
    NoticeSoon,

    /// <summary>The day to give notice went by: another term follows.</summary>
    Renews,

    /// <summary>Prolonged until the next signature.</summary>
    SignaturePending,

    EndsSoon,
    EndsVerySoon,

    /// <summary>Suspended.</summary>
    Closed,

    Over,
}
