namespace Pimms.Referrals;

/// <summary>Says of each promised delay how it stands: due, paused, kept or not.</summary>
internal sealed class ClockInWords(Texts texts, Dates dates, DueInWords due)
{
    public Due Acknowledgement(Referral referral)
    {
        var (clocks, promised) = (referral.Clocks, referral.Clocks.AcknowledgeDueOn!.Value);
        return clocks.AcknowledgedAt is { } at ? Kept(Dates.DayOf(at), promised)
            : clocks.IsStopped ? new(texts["Clocks.Never"], texts["Clocks.WasDue", dates.ShortDay(promised)], Tone.Neutral, null)
            : Running(promised, referral.Terms!.AcknowledgeWithinDays);
    }

    public Due Answer(Referral referral)
    {
        var (clocks, promised) = (referral.Clocks, referral.Clocks.AnswerDueOn!.Value);
        return clocks.StoppedAt is { } at ? referral.Decision is null ? new(dates.ShortDay(Dates.DayOf(at)), texts["Clocks.Stopped"], Tone.Neutral, null) : Kept(Dates.DayOf(at), promised)
            : clocks.DaysLeftAtPause is { } left ? new(texts["Due.Paused"], left >= 0 ? texts.Count("Inbox.DaysLeft", left) : texts.Count("Due.Late", -left), Tone.Neutral, null)
            : Running(promised, referral.Terms!.AnswerWithinDays);
    }

    private Due Kept(DateOnly on, DateOnly promised) =>
        new(dates.ShortDay(on), texts[on <= promised ? "Clocks.InTime" : "Clocks.TooLate", dates.ShortDay(promised)], Tone.Neutral, on);

    private Due Running(DateOnly promised, int within) =>
        new(due.Day(promised), promised < dates.Today ? texts.Count("Clocks.PromisedFor", within, dates.ShortDay(promised)) : texts.Count("Clocks.Promised", within), due.ToneOf(promised), promised);
}
