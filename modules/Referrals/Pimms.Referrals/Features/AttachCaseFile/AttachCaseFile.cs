using Microsoft.AspNetCore.Http;

namespace Pimms.Referrals;

/// <summary>Puts a paper of the person's to the case: once, for all the referrals that may need it.</summary>
internal sealed record AttachCaseFile(Guid CaseId, IFormFile? File) : IRequest<Result<Guid>>;

internal sealed class AttachCaseFileHandler(ReferralsDbContext db, CurrentUser user, DocumentIntake intake, TimeProvider clock) : IRequestHandler<AttachCaseFile, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AttachCaseFile command, CancellationToken ct)
    {
        // Asked before the file is looked into, which takes a while, and once more when it is this one's turn.
        var asked = await db.Cases.AsNoTracking().Include(one => one.Files).VisibleTo(user).Existing(command.CaseId, ct);
        if (asked.MayAttach() is { } refusal)
            return refusal;
        var file = await intake.Take<CaseFile>(command.File, ct);
        if (file.Refusal is not null)
            return file.Refusal;

        await db.HoldCase(asked.Id, ct);
        var its = await db.Cases.Include(one => one.Files).VisibleTo(user).Existing(command.CaseId, ct);
        var attached = its.Attach(file.Value, user, clock.GetUtcNow());
        if (attached.Refusal is not null)
            return attached.Refusal;
        await db.SaveChangesAsync(ct);
        return attached.Value.Id;
    }
}
