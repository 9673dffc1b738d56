namespace Pimms.Referrals.Contracts;

/// <summary>What became of referrals, in figures: counts, working days and euros, never a person's data. Whoever asks decides who may be shown them.</summary>
public interface IReferralStatistics
{
    /// <summary>The referrals that were sent under a convention, as they stand now.</summary>
    /// <param name="conventionId">The convention; each referral counts for the one it was sent under.</param>
    /// <param name="from">The first day of sending, Europe/Paris.</param>
    /// <param name="to">The last day of sending, inclusive.</param>
    /// <param name="ct">Cancels the read.</param>
    Task<ConventionFlow> OfConvention(Guid conventionId, DateOnly from, DateOnly to, CancellationToken ct);
}

/// <summary>What was sent under a convention in a period, and what became of it. Counts are null only where they were suppressed: see <see cref="Outside"/>.</summary>
/// <param name="Sent">How many were sent.</param>
/// <param name="Procedures">The same by procedure, the most frequent first.</param>
/// <param name="Months">How many were sent in each calendar month of the period and for each procedure; months without any are left out.</param>
/// <param name="Acknowledgement">The first reaction: acceptance, request for information, answer or decline.</param>
/// <param name="Answer">The first answer or decline; the time that others owed does not count.</param>
/// <param name="Elapsed">Working days from sending to the first answer or decline as the person lived them, waiting included.</param>
/// <param name="Owed">Who owed the time, in working days over all referrals.</param>
/// <param name="Endings">Where they stand: <c>Running</c>, <c>Answered</c>, <c>Declined</c>, <c>Expired</c>, <c>Withdrawn</c>.</param>
/// <param name="Outcomes">The answers by outcome code.</param>
/// <param name="Declines">The declines by reason code.</param>
/// <param name="Verified">What mediators found with the person, by result code.</param>
/// <param name="Euros">The sum of the amounts in answers; null when suppressed.</param>
/// <param name="WithAmount">How many answers named an amount.</param>
public sealed record ConventionFlow(
    int? Sent, IReadOnlyList<ProcedureFlow> Procedures, IReadOnlyList<MonthlyVolume> Months, PromiseKept Acknowledgement, PromiseKept Answer, DaysTaken Elapsed, TimeOwed Owed,
    IReadOnlyList<CodeCount> Endings, IReadOnlyList<CodeCount> Outcomes, IReadOnlyList<CodeCount> Declines, IReadOnlyList<CodeCount> Verified, decimal? Euros, int? WithAmount)
{
    /// <summary>A count below this says something about single people.</summary>
    public const int FewestShown = 5;

    /// <summary>The same without what only a few referrals stand behind: for everything that leaves the association.</summary>
    public ConventionFlow Outside() => new(
        Shown(Sent), [.. Procedures.Zip(Shown(Procedures, part => part.Sent), (part, shown) => part.Outside(shown))],
        [.. Months.Zip(Shown(Months, part => part.Sent), (part, shown) => shown ? part : part with { Sent = null })],
        Acknowledgement.Outside(), Answer.Outside(), Elapsed.Outside(), Sent >= FewestShown ? Owed : new(null, null, null),
        Shown(Endings), Shown(Outcomes), Shown(Declines), Shown(Verified), Shown(WithAmount) is null ? null : Euros, Shown(WithAmount));

    /// <summary>A count that may be shown outside; null instead of one that may not.</summary>
    internal static int? Shown(int? count) => count is > 0 and < FewestShown ? null : count;

    private static IReadOnlyList<CodeCount> Shown(IReadOnlyList<CodeCount> parts) =>
        [.. parts.Zip(Shown(parts, part => part.Count), (part, shown) => shown ? part : part with { Count = null })];

    /// <summary>Not the small ones; and when that is one alone, not the next smallest either, since the total would give it away.</summary>
    private static bool[] Shown<T>(IReadOnlyList<T> parts, Func<T, int?> count)
    {
        bool[] shown = [.. parts.Select(part => Shown(count(part)) is not null)];
        if (shown.Count(one => !one) == 1 && parts.Index().Where(part => shown[part.Index] && count(part.Item) > 0).OrderBy(part => count(part.Item)).Select(part => part.Index).Cast<int?>().FirstOrDefault() is { } also)
            shown[also] = false;
        return shown;
    }
}

/// <summary>One procedure's part.</summary>
/// <param name="ProcedureId">The procedure.</param>
/// <param name="Title">As it was called when the last of them was written.</param>
/// <param name="Sent">How many were sent.</param>
/// <param name="Acknowledgement">The first reaction.</param>
/// <param name="Answer">The first answer or decline.</param>
public sealed record ProcedureFlow(Guid ProcedureId, string Title, int? Sent, PromiseKept Acknowledgement, PromiseKept Answer)
{
    internal ProcedureFlow Outside(bool shown) => this with { Sent = shown ? Sent : null, Acknowledgement = Acknowledgement.Outside(), Answer = Answer.Outside() };
}

/// <summary>A month's part of one procedure.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="ProcedureId">The procedure.</param>
/// <param name="Sent">How many were sent.</param>
public sealed record MonthlyVolume(DateOnly Month, Guid ProcedureId, int? Sent);

/// <summary>A promised delay, and what was made of it.</summary>
/// <param name="Judged">How many can be judged: done, or not done although the day has passed. Those withdrawn before are neither.</param>
/// <param name="InTime">How many of them kept the convention's delay.</param>
/// <param name="Days">How long those that were done took.</param>
public sealed record PromiseKept(int? Judged, int? InTime, DaysTaken Days)
{
    /// <summary>How many did not; null when suppressed.</summary>
    public int? Late => Judged - InTime;

    /// <summary>0 to 1; null when nothing can be judged, or too little to be shown.</summary>
    public decimal? Share => Judged is > 0 && InTime is { } kept ? (decimal)kept / Judged : null;

    /// <summary>The same without what only a few referrals stand behind. The two counts are known together or not at all: one would give the other away.</summary>
    public PromiseKept Outside() => new(ConventionFlow.Shown(Judged), Judged is 0 or >= ConventionFlow.FewestShown ? InTime : null, Days.Outside());
}

/// <summary>How many working days something took.</summary>
/// <param name="Count">How many were counted.</param>
/// <param name="Median">Half took no longer; null when there are none.</param>
/// <param name="Ninth">Nine in ten took no longer; null when there are none.</param>
public sealed record DaysTaken(int? Count, decimal? Median, decimal? Ninth)
{
    /// <summary>The same without what only a few referrals stand behind.</summary>
    public DaysTaken Outside() => Count is 0 or >= ConventionFlow.FewestShown ? this : new(null, null, null);
}

/// <summary>Working days that were owed; null when suppressed.</summary>
/// <param name="Partner">By the partner.</param>
/// <param name="Association">By the association: information was asked for.</param>
/// <param name="Beneficiary">By nobody's fault: the referral rested for a stated reason.</param>
public sealed record TimeOwed(int? Partner, int? Association, int? Beneficiary);

/// <summary>How often something happened.</summary>
/// <param name="Code">What, by its stable name.</param>
/// <param name="Count">How often; null when suppressed.</param>
public sealed record CodeCount(string Code, int? Count);
