namespace Pimms.Users;

/// <summary>Whom one works with: everybody of one's own side who has access, by family name.</summary>
/// <param name="Q">Words of the name or the address.</param>
/// <param name="After">The last person of the page before.</param>
internal sealed record Colleagues(string? Q, Guid? After) : IRequest<Result<ColleagueList>>;

internal sealed record ColleagueList(IReadOnlyList<Colleague> Rows, Guid? Next);

/// <param name="Place">The sites, or the units.</param>
/// <param name="Away">Who stands in today, and until when; null for whoever is there.</param>
internal sealed record Colleague(Guid Id, string Name, string Email, Role Role, string? Place, AbsenceView? Away);

internal sealed class ColleaguesHandler(UsersDbContext db, CurrentUser user, Places places, TimeProvider clock) : IRequestHandler<Colleagues, Result<ColleagueList>>
{
    private const int Rows = 25;

    public async Task<Result<ColleagueList>> Handle(Colleagues query, CancellationToken ct)
    {
        var people = db.People.VisibleTo(user).Where(person => person.Active && person.PartnerId == user.PartnerId);
        foreach (var word in SearchKey.Words(query.Q))
            people = people.Where(person => person.SearchKey.Contains(word));
        if (query.After is { } after && await db.People.VisibleTo(user).Where(person => person.Id == after).Select(person => person.SearchKey).SingleOrDefaultAsync(ct) is { } last)
            people = people.Where(person => EF.Functions.GreaterThan(ValueTuple.Create(person.SearchKey, person.Id), ValueTuple.Create(last, after)));
        var found = await people.OrderBy(person => person.SearchKey).ThenBy(person => person.Id).Take(Rows + 1).AsNoTracking().ToListAsync(ct);
        var page = found.Take(Rows).ToList();
        var names = await places.Of(page, ct);
        Guid[] ids = [.. page.Select(person => person.Id)];
        var away = (await db.Absences.VisibleTo(user).InForceOn(WorkingCalendar.DayOf(clock.GetUtcNow())).Where(one => ids.Contains(one.PersonId)).Named(db).ToListAsync(ct)).ToLookup(one => one.PersonId);
        return new ColleagueList(
            [.. page.Select(person => new Colleague(person.Id, person.Name, person.Email, person.Role, names.Sites(person) ?? names.Units(person), away[person.Id].FirstOrDefault()))],
            found.Count > Rows ? page[^1].Id : null);
    }
}
