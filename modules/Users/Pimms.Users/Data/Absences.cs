namespace Pimms.Users;

/// <summary>An absence with names.</summary>
internal sealed record AbsenceView(Guid Id, uint Version, Guid PersonId, string PersonName, Guid ReplacementId, string ReplacementName, DateOnly From, DateOnly To);

internal sealed class StandIn
{
    public required Guid ReplacementId { get; init; }

    public required Person Absent { get; init; }
}

internal static class Absences
{
    public static IQueryable<Absence> InForceOn(this IQueryable<Absence> absences, DateOnly day) => absences.Where(one => one.EndedAt == null && one.From <= day && one.To >= day);

    /// <summary>Those that are under way or to come.</summary>
    public static IQueryable<Absence> NotOverOn(this IQueryable<Absence> absences, DateOnly day) => absences.Where(one => one.EndedAt == null && one.To >= day);

    /// <summary>Who was said to stand in for whom on that day, while the absent person has access.</summary>
    public static IQueryable<StandIn> StandIns(this UsersDbContext db, DateOnly day) =>
        from absence in db.Absences.InForceOn(day)
        join absent in db.People on absence.PersonId equals absent.Id
        where absent.Active
        select new StandIn { ReplacementId = absence.ReplacementId, Absent = absent };

    /// <summary>Those who stand in for one of these on that day.</summary>
    public static async Task<IReadOnlyList<Person>> ReplacementsOf(this UsersDbContext db, IReadOnlyCollection<Person> people, DateOnly day, CancellationToken ct)
    {
        Guid[] ids = [.. people.Select(person => person.Id)];
        var standing = await (
            from absence in db.Absences.InForceOn(day)
            where ids.Contains(absence.PersonId)
            join replacement in db.People on absence.ReplacementId equals replacement.Id
            select new { absence.PersonId, Replacement = replacement }).AsNoTracking().ToListAsync(ct);
        return [.. standing.Where(one => one.Replacement.CanReplace(people.First(absent => absent.Id == one.PersonId))).Select(one => one.Replacement).DistinctBy(one => one.Id)];
    }

    /// <summary>When somebody is or will be away.</summary>
    public static async Task<IReadOnlyList<AbsenceView>> AbsencesOf(this UsersDbContext db, Guid personId, CurrentUser user, TimeProvider clock, CancellationToken ct) =>
        await db.Absences.VisibleTo(user).NotOverOn(WorkingCalendar.DayOf(clock.GetUtcNow())).Where(one => one.PersonId == personId).Named(db).ToListAsync(ct);

    /// <summary>With the names of both, the first to come first.</summary>
    public static IQueryable<AbsenceView> Named(this IQueryable<Absence> absences, UsersDbContext db) =>
        from absence in absences
        join person in db.People on absence.PersonId equals person.Id
        join replacement in db.People on absence.ReplacementId equals replacement.Id
        orderby absence.From, absence.Id
        select new AbsenceView(absence.Id, absence.Version, person.Id, person.GivenName + " " + person.FamilyName, replacement.Id, replacement.GivenName + " " + replacement.FamilyName, absence.From, absence.To);
}
