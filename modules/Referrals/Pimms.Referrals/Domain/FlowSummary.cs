namespace Pimms.Referrals;

/// <summary>Counts facts into figures.</summary>
internal static class FlowSummary
{
    private static readonly string[] Endings = ["Running", "Answered", "Declined", "Expired", "Withdrawn"];

    public static ConventionFlow Of(IReadOnlyCollection<FlowFact> facts) => new(
        facts.Count,
        [.. facts.GroupBy(fact => fact.ProcedureId)
            .Select(part => new ProcedureFlow(part.Key, part.MaxBy(fact => fact.SentOn)!.ProcedureTitle, part.Count(), Acknowledged(part), Answered(part)))
            .OrderByDescending(part => part.Sent).ThenBy(part => part.Title, StringComparer.Ordinal).ThenBy(part => part.ProcedureId)],
        [.. facts.GroupBy(fact => (Month: new DateOnly(fact.SentOn.Year, fact.SentOn.Month, 1), fact.ProcedureId))
            .Select(part => new MonthlyVolume(part.Key.Month, part.Key.ProcedureId, part.Count())).OrderBy(part => part.Month).ThenBy(part => part.ProcedureId)],
        Acknowledged(facts), Answered(facts), Taken(facts.Select(fact => fact.ElapsedDays)),
        new(facts.Sum(fact => fact.OwedByPartner), facts.Sum(fact => fact.OwedByAssociation), facts.Sum(fact => fact.OwedByBeneficiary), facts.Sum(fact => fact.OwedByThirdParty)),
        [.. Endings.Select(ending => new CodeCount(ending, facts.Count(fact => fact.Ending == ending)))],
        ByCode<Outcome>(facts.Select(fact => fact.Outcome)), ByCode<DeclineReason>(facts.Select(fact => fact.DeclineReason)), ByCode<VerifiedResult>(facts.Select(fact => fact.VerifiedResult)),
        facts.Sum(fact => fact.Amount ?? 0), facts.Count(fact => fact.Amount is not null));

    private static PromiseKept Acknowledged(IEnumerable<FlowFact> facts) => Kept([.. facts], fact => fact.AcknowledgedInTime, fact => fact.AcknowledgeDays);

    private static PromiseKept Answered(IEnumerable<FlowFact> facts) => Kept([.. facts], fact => fact.AnsweredInTime, fact => fact.AnswerDays);

    private static PromiseKept Kept(FlowFact[] facts, Func<FlowFact, bool?> inTime, Func<FlowFact, int?> days) =>
        new(facts.Count(fact => inTime(fact) is not null), facts.Count(fact => inTime(fact) == true), Taken(facts.Select(days)));

    private static DaysTaken Taken(IEnumerable<int?> days)
    {
        int[] known = [.. days.OfType<int>()];
        return new(known.Length, Quantile.Of(known, 0.5m), Quantile.Of(known, 0.9m));
    }

    /// <summary>All codes, in the order that the interface knows them in; those that never came count zero.</summary>
    private static IReadOnlyList<CodeCount> ByCode<TCode>(IEnumerable<string?> codes) where TCode : struct, Enum
    {
        var counts = codes.OfType<string>().CountBy(code => code).ToDictionary();
        return [.. Enum.GetNames<TCode>().Select(code => new CodeCount(code, counts.GetValueOrDefault(code)))];
    }
}
