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

    /// <summary>
    /// The same without what only a few referrals stand behind, and without what would give that away by subtraction: for everything that
    /// leaves the association.
    /// </summary>
    public ConventionFlow Outside()
    {
        var procedures = Procedures.Zip(Shown(Procedures, part => part.Sent), (part, shown) => part.Outside(shown)).ToList();
        var endings = Shown(Endings, Sent);
        // The parts of an ending that is not shown would add up to it.
        var outcomes = PartsOf("Answered", endings, Outcomes);
        return new(
            Shown(Sent), PromiseKept.WithoutGivingAway(Acknowledgement, Answer, Procedures, procedures),
            [.. Months.GroupBy(part => part.ProcedureId).SelectMany(cells => ShownMonths([.. cells], procedures)).OrderBy(part => part.Month).ThenBy(part => part.ProcedureId)],
            Acknowledgement.Outside(Sent), Answer.Outside(Sent), Elapsed.Outside(), Sent >= FewestShown ? Owed : new(null, null, null, null),
            endings, outcomes, PartsOf("Declined", endings, Declines), Shown(Verified, Sent), Shown(WithAmount) is null ? null : Euros,
            IsSmall(Outcomes.Sum(outcome => outcome.Count) - WithAmount) ? null : Shown(WithAmount));
    }

    /// <summary>A count that may be shown outside; null instead of one that may not.</summary>
    internal static int? Shown(int? count) => IsSmall(count) ? null : count;

    /// <summary>Nobody is nobody: a count of none tells of no single person.</summary>
    internal static bool IsSmall(int? count) => count is > 0 and < FewestShown;

    /// <summary>
    /// Not the small ones; and when these are one alone, or together are few, not the next smallest either, since the total would give them
    /// away. What the total counts beside the parts is one of the small ones too when it is small.
    /// </summary>
    internal static bool[] Shown<T>(IReadOnlyList<T> parts, Func<T, int?> count, Func<T, bool>? hidden = null, int? total = null)
    {
        bool[] shown = [.. parts.Select(part => Shown(count(part)) is not null && hidden?.Invoke(part) != true)];
        var rest = total - parts.Sum(part => count(part) ?? 0);
        while (true)
        {
            var kept = parts.Index().Where(part => !shown[part.Index]).Select(part => count(part.Item) ?? 0).Concat(IsSmall(rest) ? [rest!.Value] : []).ToList();
            if (kept.Count == 0 || (kept.Count > 1 && kept.Sum() >= FewestShown))
                return shown;
            if (parts.Index().Where(part => shown[part.Index] && count(part.Item) > 0).OrderBy(part => count(part.Item)).Select(part => (int?)part.Index).FirstOrDefault() is not { } next)
                return shown;
            shown[next] = false;
        }
    }

    private static IReadOnlyList<CodeCount> Shown(IReadOnlyList<CodeCount> parts, int? total) =>
        [.. parts.Zip(Shown(parts, part => part.Count, total: total), (part, shown) => shown ? part : part with { Count = null })];

    private IReadOnlyList<CodeCount> PartsOf(string ending, IReadOnlyList<CodeCount> endings, IReadOnlyList<CodeCount> parts)
    {
        var whole = Endings.FirstOrDefault(one => one.Code == ending)?.Count;
        return endings.Any(one => one.Code == ending && one.Count is null) ? [.. parts.Select(part => part.Count > 0 ? part with { Count = null } : part)] : Shown(parts, whole);
    }

    private static IEnumerable<MonthlyVolume> ShownMonths(IReadOnlyList<MonthlyVolume> cells, IReadOnlyList<ProcedureFlow> procedures) =>
        procedures.Any(part => part.ProcedureId == cells[0].ProcedureId && part.Sent is null)
            ? cells.Select(cell => cell with { Sent = null })
            : cells.Zip(Shown(cells, cell => cell.Sent), (cell, shown) => shown ? cell : cell with { Sent = null });
}

/// <summary>One procedure's part.</summary>
/// <param name="ProcedureId">The procedure.</param>
/// <param name="Title">As it was called when the last of them was written.</param>
/// <param name="Sent">How many were sent.</param>
/// <param name="Acknowledgement">The first reaction.</param>
/// <param name="Answer">The first answer or decline.</param>
public sealed record ProcedureFlow(Guid ProcedureId, string Title, int? Sent, PromiseKept Acknowledgement, PromiseKept Answer)
{
    internal ProcedureFlow Outside(bool shown) => this with { Sent = shown ? Sent : null, Acknowledgement = Acknowledgement.Outside(Sent), Answer = Answer.Outside(Sent) };
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
    public decimal? Share => Alone ?? (Judged is > 0 && InTime is { } kept ? (decimal)kept / Judged : null);

    /// <summary>The share to the hundredth, where the counts behind it are not shown.</summary>
    public decimal? Alone { get; init; }

    /// <summary>The same without what only a few referrals stand behind: no share of which one side is small, no count that tells the other.</summary>
    /// <param name="of">How many were sent in all: those that are not judged may be few too.</param>
    public PromiseKept Outside(int? of = null)
    {
        var isJudgedShown = Judged is 0 or >= ConventionFlow.FewestShown && !ConventionFlow.IsSmall(of - Judged);
        var isShareShown = InTime >= ConventionFlow.FewestShown && Late >= ConventionFlow.FewestShown;
        return new(isJudgedShown ? Judged : null, isJudgedShown && (isShareShown || Judged == 0) ? InTime : null, Days.Outside())
        {
            Alone = isShareShown && !isJudgedShown ? decimal.Round(Share!.Value, 2) : null,
        };
    }

    /// <summary>The procedures' parts without those that the totals of all procedures would give away.</summary>
    internal static IReadOnlyList<ProcedureFlow> WithoutGivingAway(PromiseKept acknowledgement, PromiseKept answer, IReadOnlyList<ProcedureFlow> exact, IReadOnlyList<ProcedureFlow> shown)
    {
        var acknowledged = Known(acknowledgement, part => part.Acknowledgement, exact, shown);
        var answered = Known(answer, part => part.Answer, exact, shown);
        return [.. shown.Index().Select(part => part.Item with { Acknowledgement = acknowledged[part.Index], Answer = answered[part.Index] })];
    }

    private static IReadOnlyList<PromiseKept> Known(PromiseKept total, Func<ProcedureFlow, PromiseKept> of, IReadOnlyList<ProcedureFlow> exact, IReadOnlyList<ProcedureFlow> shown)
    {
        var both = exact.Zip(shown, (one, other) => (Exact: of(one), Shown: of(other))).ToList();
        var judged = ConventionFlow.Shown(both, part => part.Exact.Judged, part => part.Shown.Judged is null, total.Judged);
        var inTime = ConventionFlow.Shown(both, part => part.Exact.InTime, part => part.Shown.InTime is null, total.InTime);
        return [.. both.Index().Select(part => part.Item.Shown with
        {
            Judged = judged[part.Index] ? part.Item.Shown.Judged : null,
            InTime = judged[part.Index] && inTime[part.Index] ? part.Item.Shown.InTime : null,
        })];
    }
}

/// <summary>How many working days something took.</summary>
/// <param name="Count">How many were counted; null outside the association.</param>
/// <param name="Median">Half took no longer; null when there are none.</param>
/// <param name="Ninth">Nine in ten took no longer; null when there are none.</param>
public sealed record DaysTaken(int? Count, decimal? Median, decimal? Ninth)
{
    /// <summary>The same without what only a few referrals stand behind. Nor is it told how many were counted: the rest of all that was sent may be few.</summary>
    public DaysTaken Outside() => Count switch { 0 => this, >= ConventionFlow.FewestShown => this with { Count = null }, _ => new(null, null, null) };
}

/// <summary>Working days that were owed; null when suppressed.</summary>
/// <param name="Partner">By the partner.</param>
/// <param name="Association">By the association: information was asked for.</param>
/// <param name="Beneficiary">By the person: the referral rested until the person had answered or done something.</param>
/// <param name="ThirdParty">By neither side: the referral rested until somebody outside had. Figures that were frozen before this was told apart have none.</param>
public sealed record TimeOwed(int? Partner, int? Association, int? Beneficiary, int? ThirdParty = 0);

/// <summary>How often something happened.</summary>
/// <param name="Code">What, by its stable name.</param>
/// <param name="Count">How often; null when suppressed.</param>
public sealed record CodeCount(string Code, int? Count);
