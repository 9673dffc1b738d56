namespace Pimms.Referrals;

/// <summary>A state as the reader's side would say it: what is new to one side is sent to the other.</summary>
internal sealed class StateWords(Texts texts, Dates dates, CurrentUser user)
{
    public string Say(ReferralState state, DateOnly nextDueOn, DateTimeOffset? seenAt) => (user.Side, state) switch
    {
        (Side.Partner, ReferralState.Sent) => texts[nextDueOn < dates.Today ? "State.ToAccept" : "State.New"],
        (Side.Association, ReferralState.Sent) when seenAt is not null => texts["State.Seen"],
        _ => texts.Of(state),
    };

    public Tone ToneOf(ReferralState state, DateOnly nextDueOn) =>
        state is ReferralState.Sent && nextDueOn < dates.Today ? Tone.Late : state.Tone();
}
