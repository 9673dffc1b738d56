namespace Pimms.Users;

/// <summary>A site holds regular hours at one more place.</summary>
internal sealed record AddPost(Guid? SiteId, PostInput Post) : IRequest<Result<Guid>>;

internal sealed class AddPostValidator : AbstractValidator<AddPost>
{
    public AddPostValidator()
    {
        RuleFor(add => add.SiteId).NotEmpty().WithMessage("Post.SiteMissing");
        RuleFor(add => add.Post).SetValidator(new PostInputValidator());
    }
}

internal sealed class AddPostHandler(UsersDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<AddPost, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddPost command, CancellationToken ct)
    {
        if (!await db.Sites.VisibleTo(user).AnyAsync(site => site.Id == command.SiteId, ct))
            return Refusal.Of(nameof(command.SiteId), "Post.SiteMissing");

        var post = new OutreachPost(Guid.CreateVersion7(clock.GetUtcNow()), command.SiteId!.Value, command.Post.ToHours());
        db.Posts.Add(post);
        await db.SaveChangesAsync(ct);
        return post.Id;
    }
}
