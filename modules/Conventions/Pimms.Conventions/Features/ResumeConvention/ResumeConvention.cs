namespace Pimms.Conventions;

/// <summary>Lets new referrals be sent again, within the convention's dates.</summary>
internal sealed record ResumeConvention : IRequest<Result>
{
    public Guid Id { get; init; }

    public uint Version { get; init; }
}

internal sealed class ResumeConventionHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ResumeConvention, Result>
{
    public async Task<Result> Handle(ResumeConvention request, CancellationToken cancellationToken)
    {
        var convention = await db.AtVersion(request.Id, request.Version, user, cancellationToken);
        return await convention.Resume(user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(cancellationToken));
    }
}
