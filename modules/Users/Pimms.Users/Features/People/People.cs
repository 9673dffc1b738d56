namespace Pimms.Users;

/// <summary>Everybody the caller may see, by family name.</summary>
internal sealed record People : IRequest<Result<PeopleList>>, IPaged
{
    /// <summary>Words of the name, the e-mail address or the user name.</summary>
    public string? Q { get; init; }

    public Role? Role { get; init; }

    /// <summary>One end of the channel; both when null.</summary>
    public Side? Side { get; init; }

    /// <summary>False for those who have no access any more.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Where the page before ended.</summary>
    public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    public int Limit { get; init; } = 25;
}

/// <param name="Rows">One page.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
internal sealed record PeopleList(IReadOnlyList<PersonRow> Rows, string? Next);

/// <param name="Place">The sites, or the partner and the units.</param>
internal sealed record PersonRow(Guid Id, string Name, string Email, Role Role, bool Active, DateTimeOffset? DeactivatedAt, string? Place);

internal sealed class PeopleHandler(UsersDbContext db, CurrentUser user, Places places) : IRequestHandler<People, Result<PeopleList>>
{
    public async Task<Result<PeopleList>> Handle(People query, CancellationToken ct)
    {
        var limit = Math.Clamp(query.Limit, 1, 100);
        var people = await (await From(Found(query), PageCursor.Id(query), ct)).Take(limit + 1).AsNoTracking().ToListAsync(ct);
        var page = people.Take(limit).ToList();
        var names = await places.Of(page, ct);
        return new PeopleList([.. page.Select(person => Row(person, names))], people.Count > limit ? PageCursor.Of(query, page[^1].Id) : null);
    }

    private IQueryable<Person> Found(People query)
    {
        var people = db.People.ListedFor(user).Where(person => person.Active == query.Active);
        if (query.Role is { } role)
            people = people.Where(person => person.Role == role);
        if (query.Side is { } side)
            people = people.Where(person => person.PartnerId == null == (side == Side.Association));
        foreach (var word in SearchKey.Words(query.Q))
            people = people.Where(person => person.SearchKey.Contains(word));
        return people;
    }

    private async Task<IQueryable<Person>> From(IQueryable<Person> people, Guid? after, CancellationToken ct)
    {
        var last = after is null ? null : await db.People.VisibleTo(user).Where(person => person.Id == after).Select(person => person.SearchKey).SingleOrDefaultAsync(ct);
        return (last is null ? people : people.Where(person => EF.Functions.GreaterThan(ValueTuple.Create(person.SearchKey, person.Id), ValueTuple.Create(last, after!.Value))))
            .OrderBy(person => person.SearchKey).ThenBy(person => person.Id);
    }

    private static PersonRow Row(Person person, PlaceNames names) => new(
        person.Id, person.Name, person.Email, person.Role, person.Active, person.DeactivatedAt,
        string.Join(", ", new[] { names.Partner(person), names.Units(person), names.Sites(person) }.OfType<string>()));
}
