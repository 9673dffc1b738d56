namespace Pimms.Users;

internal sealed record EditPost(Guid PostId, uint Version, PostInput Post) : IRequest<Result>;

internal sealed class EditPostValidator : AbstractValidator<EditPost>
{
    public EditPostValidator() => RuleFor(edit => edit.Post).SetValidator(new PostInputValidator());
}

internal sealed class EditPostHandler(UsersDbContext db, CurrentUser user) : IRequestHandler<EditPost, Result>
{
    public async Task<Result> Handle(EditPost command, CancellationToken ct)
    {
        var post = await db.Posts.ManagedBy(user).AtVersion(command.PostId, command.Version, ct);
        post.Change(command.Post.ToHours());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
