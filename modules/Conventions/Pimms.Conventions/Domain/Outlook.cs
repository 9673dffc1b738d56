namespace Pimms.Conventions;

/// <summary>How a convention stands today, at a glance, and the next day that matters.</summary>
internal sealed record Outlook(ConventionHealth Health, Tone Tone, DateOnly NextDay)
{
    private const int VerySoonDays = 30;
    private const int SoonDays = 120;

    public static Outlook Of(ConventionState state, DateOnly startsOn, DateOnly endsOn, DateOnly today) => state switch
    {
        _ when state == ConventionState.Ended || (state != ConventionState.Draft && endsOn < today) => new(ConventionHealth.Over, Tone.Neutral, endsOn),
        ConventionState.Draft when startsOn < today => new(ConventionHealth.SignatureLate, Tone.Late, startsOn),
        ConventionState.Draft => new(ConventionHealth.ToSign, Tone.Wait, startsOn),
        ConventionState.Suspended => new(ConventionHealth.Closed, Tone.Late, endsOn),
        _ when startsOn > today => new(ConventionHealth.NotStarted, Tone.Hand, startsOn),
        _ when endsOn.DayNumber - today.DayNumber <= VerySoonDays => new(ConventionHealth.EndsVerySoon, Tone.Late, endsOn),
        _ when endsOn.DayNumber - today.DayNumber <= SoonDays => new(ConventionHealth.EndsSoon, Tone.Wait, endsOn),
        _ => new(ConventionHealth.Open, Tone.Done, endsOn),
    };

    /// <summary>The colour of a state's word.</summary>
    public static Tone ToneOf(ConventionState state) => state switch
    {
        ConventionState.Draft => Tone.New,
        ConventionState.Active => Tone.Done,
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
    EndsSoon,
    EndsVerySoon,

    /// <summary>Suspended.</summary>
    Closed,

    Over,
}
