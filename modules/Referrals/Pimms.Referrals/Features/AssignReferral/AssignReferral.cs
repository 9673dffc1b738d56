namespace Pimms.Referrals;

/// <param name="AssigneeId">An agent of the unit, oneself included; null for nobody.</param>
internal sealed record AssignReferral(Guid ReferralId, uint Version, Guid? AssigneeId) : IRequest<Result>;

internal sealed class AssignReferralHandler(ReferralsDbContext db, CurrentUser user, IUserDirectory users, TimeProvider clock) : IRequestHandler<AssignReferral, Result>
{
    public async Task<Result> Handle(AssignReferral command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        if (!ReferralMoves.OpenStates.Contains(referral.State))
            return Refusal.As(RefusalTypes.MoveNotAllowed, "", "Referral.NoLongerOpen").With("from", referral.State);
        PersonSummary? colleague = null;
        if (command.AssigneeId is { } id && (colleague = (await users.AgentsOf(referral.To.UnitId, ct)).SingleOrDefault(person => person.Id == id)) is null)
            return Refusal.Of(nameof(command.AssigneeId), "Referral.ColleagueUnknown");

        referral.Assign(colleague?.Id, colleague?.Name, user, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
