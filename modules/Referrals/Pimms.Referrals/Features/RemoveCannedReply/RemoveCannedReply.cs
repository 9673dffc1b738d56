namespace Pimms.Referrals;

/// <summary>A unit does without these words. What was answered with them keeps them.</summary>
internal sealed record RemoveCannedReply(Guid ReplyId) : IRequest<Result>;

internal sealed class RemoveCannedReplyHandler(ReferralsDbContext db, CurrentUser user) : IRequestHandler<RemoveCannedReply, Result>
{
    public async Task<Result> Handle(RemoveCannedReply command, CancellationToken ct)
    {
        if (await db.CannedReplies.VisibleTo(user).SingleOrDefaultAsync(reply => reply.Id == command.ReplyId, ct) is not { } found)
            return Refusal.NotFound;
        db.CannedReplies.Remove(found);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
