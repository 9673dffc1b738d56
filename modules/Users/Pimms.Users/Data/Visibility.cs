namespace Pimms.Users;

/// <summary>Which people exist for whom. The database's policies say the same again.</summary>
internal static class Visibility
{
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> people, CurrentUser user) => user switch
    {
        { Side: Side.System } or { Role: Role.Administrator } => people,
        { Side: Side.Association } => people.Where(person => person.PartnerId == null),
        { PartnerId: { } partner } => people.Where(person => person.PartnerId == partner),
        _ => people.Where(_ => false),
    };

    /// <summary>Those whose accounts the user runs.</summary>
    public static IQueryable<Person> ManagedBy(this IQueryable<Person> people, CurrentUser user)
    {
        Guid[] sites = [.. user.SiteIds];
        return user.Role switch
        {
            Role.Administrator => people,
            Role.PartnerManager => people.VisibleTo(user).Where(person => person.Role == Role.PartnerAgent),
            Role.SiteLead => people.VisibleTo(user).Where(person => person.Role == Role.Mediator && person.SiteIds.All(site => sites.Contains(site))),
            _ => people.Where(_ => false),
        };
    }

    /// <summary>Colleagues who may take at least part of what a person has in hand: of one of its sites, or of one of its units and its partner's manager.</summary>
    public static IQueryable<Person> WhoCouldTakeOverFrom(this IQueryable<Person> people, Person person)
    {
        Guid[] sites = [.. person.SiteIds];
        Guid[] units = [.. person.UnitIds];
        return people.Where(one => one.Active && one.Id != person.Id && one.PartnerId == person.PartnerId
            && (one.SiteIds.Any(site => sites.Contains(site)) || one.UnitIds.Any(unit => units.Contains(unit)) || (one.PartnerId != null && one.Role == Role.PartnerManager)));
    }

    /// <summary>Those whom the user finds in lists: a site lead, those of its sites.</summary>
    public static IQueryable<Person> ListedFor(this IQueryable<Person> people, CurrentUser user)
    {
        Guid[] sites = [.. user.SiteIds];
        return user.Role == Role.SiteLead ? people.VisibleTo(user).Where(person => person.SiteIds.Any(site => sites.Contains(site))) : people.VisibleTo(user);
    }

    public static IQueryable<Site> VisibleTo(this IQueryable<Site> sites, CurrentUser user) => user.Side == Side.None ? sites.Where(_ => false) : sites;

    /// <summary>The posts that the user runs.</summary>
    public static IQueryable<OutreachPost> ManagedBy(this IQueryable<OutreachPost> posts, CurrentUser user) => user.Role == Role.Administrator ? posts : posts.Where(_ => false);

    /// <summary>Where the user may give access to.</summary>
    public static IQueryable<Site> ManagedBy(this IQueryable<Site> sites, CurrentUser user)
    {
        Guid[] own = [.. user.SiteIds];
        return user.Role == Role.SiteLead ? sites.Where(site => own.Contains(site.Id)) : sites.VisibleTo(user);
    }

    public static IQueryable<Absence> VisibleTo(this IQueryable<Absence> absences, CurrentUser user) => user switch
    {
        { Side: Side.System } or { Role: Role.Administrator } => absences,
        { Side: Side.Association } => absences.Where(one => one.PartnerId == null),
        { PartnerId: { } partner } => absences.Where(one => one.PartnerId == partner),
        _ => absences.Where(_ => false),
    };

    public static IQueryable<Mail> VisibleTo(this IQueryable<Mail> mails, CurrentUser user) => user.Role == Role.Administrator ? mails : mails.Where(_ => false);
}
