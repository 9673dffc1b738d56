using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Referrals;

/// <summary>Counts in a scope of its own, as background work: who asks may not see the rows.</summary>
internal sealed class OpenWork(IServiceScopeFactory scopes) : IWorkInHand
{
    public Task<WorkInHand> Of(Guid personId, CancellationToken ct) => AsWorker(async db =>
    {
        var open = Open(db);
        var cases = await db.Cases.CountAsync(its => its.MediatorId == personId, ct);
        var referrals = await open.CountAsync(referral => db.Cases.Any(its => its.Id == referral.CaseId && its.MediatorId == personId), ct);
        var assigned = await open.CountAsync(referral => referral.AssigneeId == personId, ct);
        var replies = await db.CannedReplies.CountAsync(reply => reply.AuthorId == personId, ct);
        return new WorkInHand(cases, referrals, assigned, replies);
    }, ct);

    public Task<bool> AnyFor(Guid partnerId, CancellationToken ct) =>
        AsWorker(db => Open(db).AnyAsync(referral => referral.To.PartnerId == partnerId, ct), ct);

    private static IQueryable<Referral> Open(ReferralsDbContext db) => db.Referrals.Where(InboxFilters.IsOpen);

    private async Task<T> AsWorker<T>(Func<ReferralsDbContext, Task<T>> count, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = CurrentUser.System("referrals.work-in-hand");
        scope.ServiceProvider.GetRequiredService<Caller>().User = work;
        await using var transaction = await scope.ServiceProvider.GetRequiredService<DatabaseSession>().Begin(work, ct);
        var counted = await count(scope.ServiceProvider.GetRequiredService<ReferralsDbContext>());
        await transaction.Commit(ct);
        return counted;
    }
}
