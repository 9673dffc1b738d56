namespace Pimms.Conventions;

/// <summary>Two conventions may not both answer for the same procedure of a partner on the same day.</summary>
internal static class Overlaps
{
    /// <summary>One act per partner at a time, until the transaction ends: two at once would not see each other.</summary>
    public static Task OneAtATime(this ConventionsDbContext db, Guid partnerId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({partnerId.ToString()}, 0))", ct);

    /// <summary>What other conventions in force cover of these procedures within these days, by their start. A convention that renews by itself has no last day.</summary>
    /// <param name="db">The context.</param>
    /// <param name="convention">Whose others.</param>
    /// <param name="procedures">What it covers, or is to cover.</param>
    /// <param name="from">Its first day.</param>
    /// <param name="to">Its last day; null when it renews by itself.</param>
    /// <param name="ct">Cancels the read.</param>
    public static Task<List<Overlap>> Overlapping(this ConventionsDbContext db, Convention convention, IReadOnlyCollection<Guid> procedures, DateOnly from, DateOnly? to, CancellationToken ct) =>
        (from other in db.Conventions
         where other.PartnerId == convention.PartnerId && other.Id != convention.Id && ConventionMoves.InForce.Contains(other.State)
             && (to == null || other.StartsOn <= to) && (other.NoticeBy != null || other.EndsOn >= @from)
         from terms in other.Terms
         where (to == null || terms.EffectiveOn <= to) && !other.Terms.Any(later => later.Number > terms.Number && later.EffectiveOn <= @from)
         from commitment in terms.Commitments
         where procedures.Contains(commitment.ProcedureId)
         orderby other.StartsOn, commitment.ProcedureTitle
         select new Overlap(other.Id, other.Version, other.Reference, commitment.ProcedureId, commitment.ProcedureTitle, other.EndsOn)).ToListAsync(ct);

    /// <summary>All that a convention covers from a day on, with what its amendments add.</summary>
    public static List<Guid> ProceduresFrom(this Convention convention, DateOnly day) =>
        [.. convention.Terms.Where(terms => terms.Number >= convention.TermsOn(day).Number).SelectMany(terms => terms.Commitments).Select(commitment => commitment.ProcedureId).Distinct()];
}

/// <summary>With which convention, on what, until when.</summary>
internal sealed record Overlap(Guid ConventionId, uint Version, string Reference, Guid ProcedureId, string ProcedureTitle, DateOnly EndsOn);
