using Microsoft.AspNetCore.Http;

namespace Pimms.Referrals;

/// <summary>The signed mandate, or what else proves a consent; another one takes the place of the first.</summary>
internal sealed record AttachEvidence(Guid CaseId, Guid ConsentId, IFormFile? File) : IRequest<Result>;

internal sealed class AttachEvidenceHandler(ReferralsDbContext db, CurrentUser user, DocumentIntake intake, DocumentStore store, TimeProvider clock) : IRequestHandler<AttachEvidence, Result>
{
    public async Task<Result> Handle(AttachEvidence command, CancellationToken ct)
    {
        var its = await db.Cases.AsNoTracking().Include(one => one.Consents).VisibleTo(user).Existing(command.CaseId, ct);
        if (its.Consents.All(one => one.Id != command.ConsentId))
            return Refusal.NotFound;
        var file = await intake.Take<ConsentEvidence>(command.File, ct);
        if (file.Refusal is not null)
            return file.Refusal;

        await db.HoldCase(its.Id, ct);
        foreach (var before in await db.Evidence.Where(one => one.ConsentId == command.ConsentId).ToListAsync(ct))
        {
            db.Evidence.Remove(before);
            await store.Delete(before.File, ct);
        }
        db.Evidence.Add(new() { ConsentId = command.ConsentId, CaseId = its.Id, SiteId = its.SiteId, At = clock.GetUtcNow(), Who = user.Name, File = file.Value });
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
