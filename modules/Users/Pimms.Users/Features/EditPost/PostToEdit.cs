namespace Pimms.Users;

/// <summary>A post that is held today, as an administrator edits or closes it.</summary>
internal sealed record PostToEdit(Guid PostId) : IRequest<Result<PostView>>;

internal sealed record PostView(Guid Id, uint Version, string SiteName, PostInput Post);

internal sealed class PostToEditHandler(UsersDbContext db, CurrentUser user) : IRequestHandler<PostToEdit, Result<PostView>>
{
    public async Task<Result<PostView>> Handle(PostToEdit query, CancellationToken ct)
    {
        if (await db.Posts.ManagedBy(user).AsNoTracking().SingleOrDefaultAsync(one => one.Id == query.PostId && one.ClosedAt == null, ct) is not { } post)
            return Refusal.NotFound;
        return new PostView(post.Id, post.Version, await db.Sites.VisibleTo(user).Where(site => site.Id == post.SiteId).Select(site => site.Name).SingleAsync(ct), PostInput.Of(post));
    }
}
