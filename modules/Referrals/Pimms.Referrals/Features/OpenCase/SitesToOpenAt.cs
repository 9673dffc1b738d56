namespace Pimms.Referrals;

/// <summary>The sites at which the reader may open a case.</summary>
internal sealed record SitesToOpenAt : IRequest<Result<IReadOnlyList<SiteSummary>>>;

internal sealed class SitesToOpenAtHandler(CurrentUser user, IUserDirectory users) : IRequestHandler<SitesToOpenAt, Result<IReadOnlyList<SiteSummary>>>
{
    public async Task<Result<IReadOnlyList<SiteSummary>>> Handle(SitesToOpenAt query, CancellationToken ct) => Result.Of(await users.Sites(user.SiteIds, ct));
}
