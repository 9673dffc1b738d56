using Pimms.Partners.Contracts;

namespace Pimms.Users;

internal sealed class UserDirectory(UsersDbContext db, CurrentUser user, IPartnerDirectory partners, TimeProvider clock) : IUserDirectory
{
    public Task<IReadOnlyList<SiteSummary>> Sites(CancellationToken ct) => Summaries(db.Sites.VisibleTo(user), ct);

    public Task<IReadOnlyList<SiteSummary>> Sites(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        Summaries(db.Sites.VisibleTo(user).Where(site => ids.Contains(site.Id)), ct);

    public Task<IReadOnlyList<PersonSummary>> MediatorsOf(Guid siteId, CancellationToken ct) =>
        Summaries(Active.Where(person => person.PartnerId == null && (person.SiteIds.Contains(siteId) || db.StandIns(Today).Any(one => one.ReplacementId == person.Id && one.Absent.SiteIds.Contains(siteId)))), ct);

    public async Task<IReadOnlyList<PersonSummary>> AgentsOf(Guid unitId, CancellationToken ct) =>
        await partners.Units([unitId], ct) is [var unit]
            ? await Summaries(Active.Where(person => person.PartnerId == unit.PartnerId && (person.Role == Role.PartnerManager || person.UnitIds.Contains(unitId)
                || db.StandIns(Today).Any(one => one.ReplacementId == person.Id && (one.Absent.Role == Role.PartnerManager || one.Absent.UnitIds.Contains(unitId))))), ct)
            : [];

    public Task<IReadOnlyList<PersonSummary>> PeopleOf(Guid? partnerId, CancellationToken ct) =>
        Summaries(Active.Where(person => person.PartnerId == partnerId), ct);

    public Task<IReadOnlyList<PersonSummary>> Administrators(CancellationToken ct) => Summaries(Active.Where(person => person.Role == Role.Administrator), ct);

    public Task<IReadOnlyList<PersonSummary>> People(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        Summaries(Visible.Where(person => ids.Contains(person.Id)), ct);

    private DateOnly Today => WorkingCalendar.DayOf(clock.GetUtcNow());

    private IQueryable<Person> Visible => db.People.VisibleTo(user);

    private IQueryable<Person> Active => Visible.Where(person => person.Active);

    private static async Task<IReadOnlyList<PersonSummary>> Summaries(IQueryable<Person> people, CancellationToken ct) =>
        await people.OrderBy(person => person.SearchKey).ThenBy(person => person.Id)
            .Select(person => new PersonSummary(person.Id, person.GivenName + " " + person.FamilyName, person.Active))
            .ToListAsync(ct);

    private static async Task<IReadOnlyList<SiteSummary>> Summaries(IQueryable<Site> sites, CancellationToken ct) =>
        await sites.OrderBy(site => site.Name)
            .Select(site => new SiteSummary(site.Id, site.Name,
                site.Posts.Where(post => post.ClosedAt == null).OrderBy(post => post.Name).Select(post => new OutreachPostSummary(post.Id, post.Name, post.Place, post.Commune)).ToList()))
            .ToListAsync(ct);
}
