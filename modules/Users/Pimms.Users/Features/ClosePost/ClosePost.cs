namespace Pimms.Users;

/// <summary>Nobody holds these hours any more; cases that were opened there keep the name.</summary>
internal sealed record ClosePost(Guid PostId, uint Version) : IRequest<Result>;

internal sealed class ClosePostHandler(UsersDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ClosePost, Result>
{
    public async Task<Result> Handle(ClosePost command, CancellationToken ct)
    {
        var post = await db.Posts.ManagedBy(user).AtVersion(command.PostId, command.Version, ct);
        post.Close(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
