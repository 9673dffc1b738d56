namespace Pimms.Users;

/// <summary>The sites with their regular hours elsewhere, as they are held today.</summary>
internal sealed record Posts : IRequest<Result<IReadOnlyList<SiteWithPosts>>>;

internal sealed record SiteWithPosts(Guid Id, string Name, IReadOnlyList<PostRow> Posts);

internal sealed record PostRow(Guid Id, string Name, string Place, string Commune, DayOfWeek Weekday, TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>The week begins on Monday.</summary>
    public int Order => ((int)Weekday + 6) % 7;
}

internal sealed class PostsHandler(UsersDbContext db, CurrentUser user) : IRequestHandler<Posts, Result<IReadOnlyList<SiteWithPosts>>>
{
    public async Task<Result<IReadOnlyList<SiteWithPosts>>> Handle(Posts query, CancellationToken ct)
    {
        var posts = (await db.Posts.ManagedBy(user).Where(post => post.ClosedAt == null)
            .Select(post => new { post.SiteId, Row = new PostRow(post.Id, post.Name, post.Place, post.Commune, post.Weekday, post.Opens, post.Closes) })
            .ToListAsync(ct)).ToLookup(post => post.SiteId, post => post.Row);
        var sites = await db.Sites.VisibleTo(user).OrderBy(site => site.Name).Select(site => new { site.Id, site.Name }).ToListAsync(ct);
        return Result.Of<IReadOnlyList<SiteWithPosts>>([.. sites.Select(site => new SiteWithPosts(site.Id, site.Name, [.. posts[site.Id].OrderBy(post => post.Order).ThenBy(post => post.Opens)]))]);
    }
}
