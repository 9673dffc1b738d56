namespace Pimms.Referrals;

/// <param name="AssigneeId">A colleague of the unit; null for oneself.</param>
internal sealed record AcceptReferral(Guid ReferralId, uint Version, Guid? AssigneeId) : IRequest<Result>;

internal sealed class AcceptReferralHandler(ReferralsDbContext db, CurrentUser user, IUserDirectory users, TimeProvider clock) : IRequestHandler<AcceptReferral, Result>
{
    public async Task<Result> Handle(AcceptReferral command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        var (id, name) = (user.Id, user.Name);
        if (command.AssigneeId is { } colleague && colleague != user.Id)
        {
            if ((await users.AgentsOf(referral.To.UnitId, ct)).SingleOrDefault(person => person.Id == colleague) is not { } person)
                return Refusal.Of(nameof(command.AssigneeId), "Referral.ColleagueUnknown");
            (id, name) = (person.Id, person.Name);
        }
        return await referral.Accept(id, name, user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}
