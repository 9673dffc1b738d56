namespace Pimms.Referrals;

/// <summary>Forgets how often codes and addresses were tried, a day later.</summary>
internal sealed record ForgetTries : IRequest<Result>;

internal sealed class ForgetTriesHandler(FollowTries tries, TimeProvider clock) : IRequestHandler<ForgetTries, Result>
{
    public async Task<Result> Handle(ForgetTries command, CancellationToken ct)
    {
        await tries.ForgetBefore(clock.GetUtcNow().AddDays(-1), ct);
        return Result.Done;
    }
}
