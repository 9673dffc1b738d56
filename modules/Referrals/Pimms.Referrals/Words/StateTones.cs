namespace Pimms.Referrals;

/// <summary>What a state is like; it decides the colour that stands with its word.</summary>
internal static class StateTones
{
    public static Tone Tone(this ReferralState state) => state switch
    {
        ReferralState.Sent => Kernel.Tone.New,
        ReferralState.Accepted => Kernel.Tone.Hand,
        ReferralState.InformationRequested or ReferralState.OnHold => Kernel.Tone.Wait,
        ReferralState.Declined or ReferralState.Expired => Kernel.Tone.Late,
        ReferralState.Answered => Kernel.Tone.Done,
        _ => Kernel.Tone.Neutral,
    };
}
