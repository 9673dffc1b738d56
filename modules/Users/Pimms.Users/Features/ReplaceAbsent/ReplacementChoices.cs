namespace Pimms.Users;

/// <summary>Who could stand in for somebody.</summary>
internal sealed record ReplacementChoices(Guid PersonId) : IRequest<Result<PossibleReplacements>>;

internal sealed record PossibleReplacements(PersonView Person, IReadOnlyList<Choice> Colleagues);

internal sealed class ReplacementChoicesHandler(UsersDbContext db, CurrentUser user, Places places) : IRequestHandler<ReplacementChoices, Result<PossibleReplacements>>
{
    public async Task<Result<PossibleReplacements>> Handle(ReplacementChoices query, CancellationToken ct)
    {
        if (await db.People.ManagedBy(user).AsNoTracking().SingleOrDefaultAsync(one => one.Id == query.PersonId, ct) is not { } person)
            return Refusal.NotFound;
        var colleagues = await db.People.VisibleTo(user).Where(one => one.Active && one.PartnerId == person.PartnerId).OrderBy(one => one.SearchKey).ThenBy(one => one.Id).AsNoTracking().ToListAsync(ct);
        colleagues.RemoveAll(one => !one.CanReplace(person));
        var names = await places.Of([person, .. colleagues], ct);
        return new PossibleReplacements(PersonView.Of(person, names), [.. colleagues.Select(one => new Choice(one.Id, $"{one.Name}{Place(one, names)}"))]);
    }

    private static string Place(Person person, PlaceNames names) => (names.Sites(person) ?? names.Units(person)) is { } place ? $" ({place})" : "";
}
