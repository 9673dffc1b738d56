namespace Pimms.Referrals;

/// <summary>
/// The two clocks of a referral, in working days of the French calendar, and the ledger of who owed the time. Days are those of
/// Europe/Paris; a clock is due at the end of its day, and late from the next day on.
/// </summary>
internal sealed class ReferralClocks
{
    public DateOnly? AcknowledgeDueOn { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public DateOnly? AnswerDueOn { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Working days that were left when the answer clock was paused, negative when it was late already; null while it runs.</summary>
    public int? DaysLeftAtPause { get; private set; }

    /// <summary>An unanswered referral expires at the end of this day.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>The ledger, in order of time; the last one is open while somebody owes something.</summary>
    public List<ClockSegment> Segments { get; private set; } = [];

    public bool IsPaused => DaysLeftAtPause is not null;

    public bool IsStopped => StoppedAt is not null;

    /// <summary>The clock that runs now: acknowledgement first, then the answer; null when none does.</summary>
    public DateOnly? RunningDueOn => IsStopped || IsPaused ? null : AcknowledgedAt is null ? AcknowledgeDueOn : AnswerDueOn;

    public void Start(DateTimeOffset at, int acknowledgeDays, int answerDays, int expiryDays)
    {
        var today = WorkingCalendar.DayOf(at);
        AcknowledgeDueOn = WorkingCalendar.France.Add(today, acknowledgeDays);
        AnswerDueOn = WorkingCalendar.France.Add(today, answerDays);
        ExpiresOn = today.AddDays(expiryDays);
        Owe(OwedBy.Partner, at);
    }

    public void Acknowledge(DateTimeOffset at) => AcknowledgedAt ??= at;

    public void Pause(OwedBy owedBy, DateTimeOffset at)
    {
        DaysLeftAtPause ??= WorkingCalendar.France.Between(WorkingCalendar.DayOf(at), AnswerDueOn!.Value);
        Owe(owedBy, at);
    }

    public void Resume(DateTimeOffset at)
    {
        if (DaysLeftAtPause is { } left)
            AnswerDueOn = WorkingCalendar.France.Add(WorkingCalendar.DayOf(at), left);
        DaysLeftAtPause = null;
        Owe(OwedBy.Partner, at);
    }

    public void Stop(DateTimeOffset at)
    {
        StoppedAt = at;
        DaysLeftAtPause = null;
        EndSegment(at);
    }

    /// <summary>A reopened referral gets a new answer clock.</summary>
    public void Restart(DateTimeOffset at, int answerDays)
    {
        StoppedAt = null;
        AcknowledgedAt ??= at;
        AnswerDueOn = WorkingCalendar.France.Add(WorkingCalendar.DayOf(at), answerDays);
        Owe(OwedBy.Partner, at);
    }

    /// <summary>Working days that a side has owed so far.</summary>
    public int DaysOwedBy(OwedBy side, DateTimeOffset now) => Segments.Where(segment => segment.OwedBy == side)
        .Sum(segment => WorkingCalendar.France.Between(WorkingCalendar.DayOf(segment.From), WorkingCalendar.DayOf(segment.To ?? now)));

    private void Owe(OwedBy owedBy, DateTimeOffset at)
    {
        // A hold that the partner owes itself changes nothing: its time goes on in one piece.
        if (Segments is [.., { To: null } open] && open.OwedBy == owedBy)
            return;
        EndSegment(at);
        Segments = [.. Segments, new(owedBy, at, null)];
    }

    private void EndSegment(DateTimeOffset at)
    {
        if (Segments is [.. var earlier, { To: null } open])
            Segments = [.. earlier, open with { To = at }];
    }
}

internal sealed record ClockSegment(OwedBy OwedBy, DateTimeOffset From, DateTimeOffset? To);
