namespace Pimms.Users;

/// <summary>What every change of a person or a post needs.</summary>
internal static class PeopleChanges
{
    /// <summary>The person as the caller saw it.</summary>
    /// <exception cref="RefusedException">Not the caller's to see, or changed meanwhile.</exception>
    public static async Task<Person> AtVersion(this IQueryable<Person> people, Guid id, uint version, CancellationToken ct)
    {
        var person = await people.SingleOrDefaultAsync(one => one.Id == id, ct) ?? throw new RefusedException(Refusal.NotFound);
        return person.Version == version ? person : throw new RefusedException(Refusal.Stale);
    }

    /// <summary>The post as the caller saw it, while it is held.</summary>
    /// <exception cref="RefusedException">Not the caller's to run, closed, or changed meanwhile.</exception>
    public static async Task<OutreachPost> AtVersion(this IQueryable<OutreachPost> posts, Guid id, uint version, CancellationToken ct)
    {
        var post = await posts.SingleOrDefaultAsync(one => one.Id == id && one.ClosedAt == null, ct) ?? throw new RefusedException(Refusal.NotFound);
        return post.Version == version ? post : throw new RefusedException(Refusal.Stale);
    }

    /// <summary>The identity provider's name for the user itself.</summary>
    public static Task<string?> SubjectOf(this UsersDbContext db, CurrentUser user, CancellationToken ct) =>
        db.People.VisibleTo(user).Where(person => person.Id == user.Id).Select(person => person.Subject).SingleOrDefaultAsync(ct);

    /// <summary>Whether an active administrator is left besides this person. Two who take each other's role away at once wait here for one another.</summary>
    public static async Task<bool> HasOtherAdministrator(this UsersDbContext db, Guid personId, CancellationToken ct) =>
        (await db.Database.SqlQuery<Guid>($"""select id as "Value" from users.people where role = 'Administrator' and active order by id for update""").ToListAsync(ct))
            .Exists(id => id != personId);
}
