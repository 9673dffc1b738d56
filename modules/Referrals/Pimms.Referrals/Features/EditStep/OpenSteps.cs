namespace Pimms.Referrals;

/// <summary>A step that its author may still take back.</summary>
internal static class OpenSteps
{
    /// <summary>The step, to correct or remove it.</summary>
    /// <exception cref="RefusedException">Not found, somebody else's, or not of today.</exception>
    public static async Task<Step> OpenTo(this ReferralsDbContext db, CurrentUser user, Guid caseId, Guid stepId, DateOnly today, CancellationToken ct)
    {
        var its = await db.Cases.VisibleTo(user).Existing(caseId, ct);
        var step = await db.Steps.SingleOrDefaultAsync(one => one.CaseId == its.Id && one.Id == stepId, ct) ?? throw new RefusedException(Refusal.NotFound);
        return step.IsOpenTo(user, today) ? step : throw new RefusedException(Refusal.As("step-settled", "", "Step.Settled"));
    }
}
