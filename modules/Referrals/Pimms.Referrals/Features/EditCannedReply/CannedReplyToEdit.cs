namespace Pimms.Referrals;

/// <summary>A reply of one of the reader's units, to edit or remove it.</summary>
internal sealed record CannedReplyToEdit(Guid ReplyId) : IRequest<Result<CannedReply>>;

internal sealed class CannedReplyToEditHandler(ReferralsDbContext db, CurrentUser user) : IRequestHandler<CannedReplyToEdit, Result<CannedReply>>
{
    public async Task<Result<CannedReply>> Handle(CannedReplyToEdit query, CancellationToken ct) =>
        await db.CannedReplies.AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(reply => reply.Id == query.ReplyId, ct) is { } found ? found : Refusal.NotFound;
}
