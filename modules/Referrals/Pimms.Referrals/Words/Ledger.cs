namespace Pimms.Referrals;

/// <summary>Who owed the time so far, in working days, and what is left of the promise: the bar and its words.</summary>
internal sealed record Ledger(IReadOnlyList<LedgerPart> Parts, int Left)
{
    public int Total => Parts.Sum(part => part.Days) + Left;

    public static Ledger Of(ReferralClocks clocks, DateTimeOffset now)
    {
        var parts = Enum.GetValues<OwedBy>().Select(side => (Side: side, Days: clocks.DaysOwedBy(side, now))).Where(part => part.Days > 0).ToList();
        var today = WorkingCalendar.DayOf(now);
        var left = clocks.IsStopped ? 0 : clocks.DaysLeftAtPause ?? (clocks.AnswerDueOn is { } due ? WorkingCalendar.France.Between(today, due) : 0);
        return new([.. parts.Select((part, index) => new LedgerPart(part.Side, part.Days, parts.Take(index).Sum(earlier => earlier.Days)))], Math.Max(0, left));
    }
}

/// <param name="Start">Days of the parts before it.</param>
internal sealed record LedgerPart(OwedBy OwedBy, int Days, int Start)
{
    public string Css => $"ledger-{OwedBy.ToString().ToLowerInvariant()}";
}
