namespace Pimms.Conventions;

/// <summary>Figures of a review in words; what is suppressed says so.</summary>
internal static class ReviewWords
{
    /// <summary>A count, or that it is not shown: it is small itself, or would tell another that is.</summary>
    public static string Few(this Texts texts, int? count) => count?.ToString("N0", Texts.Language) ?? texts["Review.NotShown"];

    /// <summary>How many were sent in all of these; null as soon as one of them may not be shown.</summary>
    public static int? Sum(this IEnumerable<MonthlyVolume> volumes) => volumes.Aggregate((int?)0, (sum, volume) => sum + volume.Sent);

    /// <summary>Working days: <c>3,5</c>; a dash when nothing was counted.</summary>
    public static string DaysOf(this Texts texts, decimal? days, int? count) =>
        days?.ToString("0.#", Texts.Language) ?? (count is null ? texts["Review.Few"] : "–");

    /// <summary>Kept how often: <c>88 % (37 sur 42)</c>.</summary>
    public static string KeptOf(this Texts texts, PromiseKept kept) => kept switch
    {
        { Judged: 0 } => texts["Review.NothingToJudge"],
        { Alone: { } share } => share.ToString("P0", Texts.Language),
        { Share: { } share } => texts["Review.Kept", share.ToString("P0", Texts.Language), kept.InTime, kept.Judged],
        _ => texts["Review.Few"],
    };

    /// <summary>What was promised: <c>3</c>, or <c>3 puis 2</c> after an amendment.</summary>
    public static string Promised(this Texts texts, IEnumerable<int> days) => string.Join($" {texts["Review.Then"]} ", days.Aggregate(new List<int>(), (seen, day) =>
    {
        if (seen.Count == 0 || seen[^1] != day)
            seen.Add(day);
        return seen;
    }));

    public static Tone Tone(this ReviewState state) => state switch
    {
        ReviewState.Open => Kernel.Tone.Wait,
        ReviewState.Signed => Kernel.Tone.Done,
        _ => Kernel.Tone.Neutral,
    };

    /// <summary>Green when nearly all was kept, brick when hardly more than half was: never without the figure beside it.</summary>
    public static Tone ToneOf(PromiseKept kept) => kept.Share switch
    {
        null => Kernel.Tone.Neutral,
        >= 0.9m => Kernel.Tone.Done,
        >= 0.6m => Kernel.Tone.Wait,
        _ => Kernel.Tone.Late,
    };

    /// <summary>The lines of a chart of codes; those that never came are left out.</summary>
    public static IEnumerable<Bar> Bars(this Texts texts, string family, IEnumerable<CodeCount> counts, Tone tone = Kernel.Tone.Hand) =>
        counts.Where(count => count.Count != 0).Select(count => new Bar(texts[$"{family}.{count.Code}"], count.Count, texts.Few(count.Count)) { Tone = tone });
}
