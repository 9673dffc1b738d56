namespace Pimms.Conventions;

/// <summary>Two conventions may not both answer for the same procedure of a partner on the same day.</summary>
internal static class Overlaps
{
    /// <summary>One activation per partner at a time, until the transaction ends: two at once would not see each other.</summary>
    public static Task OneAtATime(this ConventionsDbContext db, Guid partnerId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({partnerId.ToString()}, 0))", ct);

    /// <summary>The first convention in force, by its start, that already covers one of this one's procedures on one of its days; null when none.</summary>
    public static Task<Overlap?> FirstOverlap(this ConventionsDbContext db, Convention convention, CancellationToken ct)
    {
        var procedures = convention.Terms[^1].Commitments.Select(commitment => commitment.ProcedureId).ToList();
        return (from other in db.Conventions
                where other.PartnerId == convention.PartnerId && other.Id != convention.Id
                    && (other.State == ConventionState.Active || other.State == ConventionState.Suspended)
                    && other.StartsOn <= convention.EndsOn && other.EndsOn >= convention.StartsOn
                from terms in other.Terms
                from commitment in terms.Commitments
                where procedures.Contains(commitment.ProcedureId)
                orderby other.StartsOn, commitment.ProcedureTitle
                select new Overlap(other.Reference, commitment.ProcedureTitle, other.EndsOn)).FirstOrDefaultAsync(ct);
    }
}

/// <summary>With which convention, on what, until when.</summary>
internal sealed record Overlap(string Reference, string ProcedureTitle, DateOnly EndsOn);
