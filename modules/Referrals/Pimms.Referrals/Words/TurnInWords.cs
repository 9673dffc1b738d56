namespace Pimms.Referrals;

/// <summary>The first block of a referral's page: whose turn it is, and why and by when, in sentences.</summary>
internal sealed record Turn(string Title, Tone Tone, IReadOnlyList<string> Why);

/// <inheritdoc cref="Turn"/>
internal sealed class TurnInWords(Texts texts, Dates dates, DueInWords due, CurrentUser user)
{
    public Turn Say(Referral referral) => new(Title(referral), ToneOf(referral), [.. Why(referral).Where(line => line.Length > 0)]);

    private string Title(Referral referral) =>
        referral.State == ReferralState.Accepted && user.Side == Side.Partner && referral.AssigneeId is { } assignee && assignee != user.Id
            ? texts["Turn.Partner.AcceptedByColleague", referral.AssigneeName]
            : texts[$"Turn.{user.Side}.{referral.State}", referral.To.PartnerName, referral.ResumeOn is { } day ? dates.Day(day) : ""];

    private Tone ToneOf(Referral referral)
    {
        var mine = InboxFilters.ToDo(user.Side).Contains(referral.State);
        var facts = DueFacts.Of(referral);
        var next = due.Say(facts).Tone;
        return facts.IsLateOn(dates.Today) ? Tone.Late
            : mine ? next == Tone.Neutral ? Tone.Hand : next
            : referral.State is ReferralState.InformationRequested or ReferralState.OnHold ? Tone.Wait : Tone.Neutral;
    }

    private IEnumerable<string> Why(Referral referral)
    {
        var clocks = referral.Clocks;
        if (referral is { State: ReferralState.Sent, Terms: { } sent } && clocks.AcknowledgeDueOn is { } acknowledge)
            yield return Clock("Turn.Acknowledge", acknowledge, sent.AcknowledgeWithinDays, sent.Reference);
        if (referral is { State: ReferralState.Accepted or ReferralState.OnHold, Clocks.IsPaused: false, Terms: { } accepted } && clocks.AnswerDueOn is { } answer)
            yield return Clock("Turn.Answer", answer, accepted.AnswerWithinDays, accepted.Reference);
        if (user.Side == Side.Association && referral.State == ReferralState.Sent)
            yield return referral.SeenAt is { } seen ? texts["Turn.Seen", dates.Moment(seen)] : texts["Turn.NotSeen"];
        if (clocks.DaysLeftAtPause is { } left)
            yield return left >= 0 ? texts.Count("Turn.Paused", left) : texts.Count("Turn.PausedLate", -left);
        if (referral.HoldReason is { } reason)
        {
            yield return texts["Turn.HoldReason", texts.Of(reason), referral.HoldText];
            yield return texts[$"Turn.Hold.{reason}"];
        }
        if (texts.Has($"Turn.{user.Side}.{referral.State}.Why"))
            yield return texts[$"Turn.{user.Side}.{referral.State}.Why", ClosesOn(referral)];
        if (referral.WithdrawReason is { } withdrawn)
            yield return texts["Turn.WithdrawReason", texts.Of(withdrawn)];
        if (referral.HarmDate is { } harm && (ReferralMoves.OpenStates.Contains(referral.State) || user.Side == Side.Association && referral.State is not (ReferralState.Closed or ReferralState.Withdrawn)))
            yield return texts[harm < dates.Today ? "Turn.HarmPassed" : "Turn.Harm", dates.Day(harm)];
    }

    private string Clock(string key, DateOnly day, int within, string reference) =>
        texts.Count($"{key}{(day < dates.Today ? "WasDue" : "IsDue")}", within, dates.Day(day), reference);

    /// <summary>When an answer that nobody verifies closes by itself.</summary>
    private string ClosesOn(Referral referral) =>
        referral.Clocks.StoppedAt is { } stopped ? dates.Day(Dates.DayOf(stopped.AddDays(ReferralMoves.AutoCloseAfterDays))) : "";
}
