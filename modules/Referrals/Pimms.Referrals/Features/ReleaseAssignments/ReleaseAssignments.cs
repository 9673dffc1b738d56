namespace Pimms.Referrals;

/// <summary>Somebody left: what they had in hand waits for somebody else of the unit.</summary>
internal sealed class ReleaseAssignments(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IReaction<PersonDeactivated>
{
    public async Task React(PersonDeactivated happened, CancellationToken ct)
    {
        var open = ReferralMoves.OpenStates.ToArray();
        foreach (var referral in await db.Referrals.VisibleTo(user).Where(one => one.AssigneeId == happened.PersonId && open.Contains(one.State)).ToListAsync(ct))
            referral.Assign(null, null, user, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}
