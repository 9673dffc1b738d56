using Pimms.Conventions.Contracts;
using Pimms.Referrals.Contracts;

namespace Pimms.Users;

/// <summary>What closing somebody's access will do, before it is done.</summary>
internal sealed record LeavingOf(Guid PersonId) : IRequest<Result<Leaving>>;

/// <param name="InHand">What needs somebody else.</param>
/// <param name="Conventions">Those that lose a referent.</param>
/// <param name="Successors">Who could take it over; empty where nothing is in hand or nobody is there.</param>
internal sealed record Leaving(PersonView Person, WorkInHand InHand, IReadOnlyList<string> Conventions, IReadOnlyList<Choice> Successors);

internal sealed class LeavingOfHandler(UsersDbContext db, CurrentUser user, Places places, IWorkInHand work, IReferentRoles referents) : IRequestHandler<LeavingOf, Result<Leaving>>
{
    public async Task<Result<Leaving>> Handle(LeavingOf query, CancellationToken ct)
    {
        if (await db.People.ManagedBy(user).AsNoTracking().SingleOrDefaultAsync(one => one.Id == query.PersonId, ct) is not { } person)
            return Refusal.NotFound;
        var inHand = await work.Of(person.Id, ct);
        var successors = inHand.Cases + inHand.Assigned == 0 ? [] : await db.People.VisibleTo(user).WhoCouldTakeOverFrom(person)
            .OrderBy(one => one.SearchKey).ThenBy(one => one.Id).Select(one => new { one.Id, Name = one.GivenName + " " + one.FamilyName }).ToListAsync(ct);
        return new Leaving(PersonView.Of(person, await places.Of([person], ct)), inHand, await referents.Of(person.Id, ct), [.. successors.Select(one => new Choice(one.Id, one.Name))]);
    }
}
