namespace Pimms.Referrals;

/// <summary>Who can be put in charge of a referral: the agents of its unit and the partner's managers.</summary>
internal sealed record ColleaguesOf(Guid ReferralId) : IRequest<Result<IReadOnlyList<Choice>>>;

internal sealed class ColleaguesOfHandler(ReferralsDbContext db, CurrentUser user, IUserDirectory users, Texts texts) : IRequestHandler<ColleaguesOf, Result<IReadOnlyList<Choice>>>
{
    public async Task<Result<IReadOnlyList<Choice>>> Handle(ColleaguesOf query, CancellationToken ct)
    {
        var unit = await db.Referrals.VisibleTo(user).Where(referral => referral.Id == query.ReferralId).Select(referral => referral.To.UnitId).SingleAsync(ct);
        var people = await users.AgentsOf(unit, ct);
        return people.Select(person => new Choice(person.Id, person.Id == user.Id ? texts["ReadReferral.You", person.Name] : person.Name)).ToList();
    }
}
