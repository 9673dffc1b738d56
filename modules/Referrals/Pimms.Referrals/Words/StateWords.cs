namespace Pimms.Referrals;

/// <summary>A state as the reader's side would say it: what is new to one side is sent to the other.</summary>
internal sealed class StateWords(Texts texts, Dates dates, CurrentUser user)
{
    /// <param name="facts">What decides whether the side that owes the next step is late: its clock, never the person's own deadline.</param>
    /// <param name="seenAt">First reading by the partner.</param>
    public string Say(DueFacts facts, DateTimeOffset? seenAt) => (user.Side, facts.State) switch
    {
        (Side.Partner, ReferralState.Sent) => texts[facts.IsLateOn(dates.Today) ? "State.ToAccept" : "State.New"],
        (Side.Association, ReferralState.Sent) when seenAt is not null => texts["State.Seen"],
        _ => texts.Of(facts.State),
    };

    public Tone ToneOf(DueFacts facts) =>
        facts.State is ReferralState.Sent && facts.IsLateOn(dates.Today) ? Tone.Late : facts.State.Tone();
}
