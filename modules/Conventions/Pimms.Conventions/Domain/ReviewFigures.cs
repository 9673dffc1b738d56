namespace Pimms.Conventions;

/// <summary>All that a review says in figures, with the promises they are judged by: what is frozen.</summary>
/// <param name="Delays">What was promised for each procedure in the period.</param>
/// <param name="Flow">What became of the referrals.</param>
/// <param name="Caps">The months in which a cap was reached.</param>
internal sealed record ReviewFigures(IReadOnlyList<AgreedDelays> Delays, ConventionFlow Flow, IReadOnlyList<CapReached> Caps)
{
    /// <summary>The same for everything that leaves the association. That a cap was reached tells how many were sent: it is said where that is shown.</summary>
    public ReviewFigures Outside()
    {
        var flow = Flow.Outside();
        var shown = flow.Months.Where(volume => volume.Sent is not null)
            .SelectMany(volume => Delays.Where(agreed => agreed.ProcedureId == volume.ProcedureId).Select(agreed => (volume.Month, agreed.Title))).ToHashSet();
        return this with { Flow = flow, Caps = [.. Caps.Where(cap => shown.Contains((cap.Month, cap.ProcedureTitle)))] };
    }

    public static ReviewFigures Of(Convention convention, DateOnly from, DateOnly to, ConventionFlow flow)
    {
        // An amendment that takes effect later promised nothing yet.
        ConventionTerms[] versions = [.. convention.Terms.Where(terms => terms.EffectiveOn <= to).OrderBy(terms => terms.Number)];
        var commitments = versions.SelectMany(terms => terms.Commitments.Select(commitment => (Terms: terms, Commitment: commitment))).ToLookup(one => one.Commitment.ProcedureId);
        return new(
            [.. commitments.Select(versionsOf => new AgreedDelays(versionsOf.Key, versionsOf.Last().Commitment.ProcedureTitle,
                [.. versionsOf.Select(one => new AgreedDelay(one.Commitment.AcknowledgeWithinDays, one.Commitment.AnswerWithinDays)).Distinct()])).OrderBy(one => one.Title, StringComparer.Ordinal)],
            flow,
            [.. from volume in flow.Months
                let agreed = commitments[volume.ProcedureId].LastOrDefault(one => one.Terms.EffectiveOn < volume.Month.AddMonths(1)).Commitment
                where agreed?.MonthlyCap <= volume.Sent
                select new CapReached(volume.Month, agreed.ProcedureTitle, agreed.MonthlyCap!.Value)]);
    }
}

/// <summary>What was promised for one procedure; several when an amendment changed it.</summary>
internal sealed record AgreedDelays(Guid ProcedureId, string Title, IReadOnlyList<AgreedDelay> Delays);

/// <summary>In working days.</summary>
internal sealed record AgreedDelay(int AcknowledgeWithinDays, int AnswerWithinDays);

/// <summary>As many were sent as a month allows.</summary>
internal sealed record CapReached(DateOnly Month, string ProcedureTitle, int Cap);
