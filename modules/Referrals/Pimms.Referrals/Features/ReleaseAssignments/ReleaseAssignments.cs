namespace Pimms.Referrals;

/// <summary>Somebody left: what they had in hand goes to the successor, where that person may take it. Otherwise it waits: a referral for whoever of the unit takes it, a case for the site's lead.</summary>
internal sealed class ReleaseAssignments(ReferralsDbContext db, CurrentUser user, IUserDirectory users, TimeProvider clock) : IReaction<PersonDeactivated>
{
    public async Task React(PersonDeactivated happened, CancellationToken ct)
    {
        var open = ReferralMoves.OpenStates.ToArray();
        foreach (var unit in (await db.Referrals.VisibleTo(user).Where(one => one.AssigneeId == happened.PersonId && open.Contains(one.State)).ToListAsync(ct)).GroupBy(one => one.To.UnitId))
        {
            var successor = Successor(await users.AgentsOf(unit.Key, ct), happened);
            foreach (var referral in unit)
                referral.Assign(successor?.Id, successor?.Name, user, clock.GetUtcNow());
        }
        if (happened.SuccessorId is not null)
            await HandOverCases(happened, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task HandOverCases(PersonDeactivated happened, CancellationToken ct)
    {
        foreach (var site in (await db.Cases.VisibleTo(user).Where(its => its.MediatorId == happened.PersonId).ToListAsync(ct)).GroupBy(its => its.SiteId))
            if (Successor(await users.MediatorsOf(site.Key, ct), happened) is { } successor)
                foreach (var its in site)
                    its.Reassign(successor.Id, successor.Name);
    }

    private static PersonSummary? Successor(IEnumerable<PersonSummary> colleagues, PersonDeactivated happened) => colleagues.SingleOrDefault(one => one.Id == happened.SuccessorId);
}
