namespace Pimms.Users;

/// <summary>Regular hours of a site in another neighbourhood. A closed one stays: cases were opened there.</summary>
internal sealed class OutreachPost : Aggregate
{
    private OutreachPost()
    {
    }

    public OutreachPost(Guid id, Guid siteId, PostHours hours)
    {
        (Id, SiteId) = (id, siteId);
        Change(hours);
    }

    public Guid SiteId { get; private init; }

    public string Name { get; private set; } = "";

    public string Place { get; private set; } = "";

    /// <summary>INSEE code, 5 characters.</summary>
    public string Commune { get; private set; } = "";

    public DayOfWeek Weekday { get; private set; }

    public TimeOnly Opens { get; private set; }

    public TimeOnly Closes { get; private set; }

    /// <summary>Since when nobody holds it any more; null while somebody does.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public void Change(PostHours hours) => (Name, Place, Commune, Weekday, Opens, Closes) = (hours.Name, hours.Place, hours.Commune, hours.Weekday, hours.Opens, hours.Closes);

    public void Close(DateTimeOffset at) => ClosedAt ??= at;
}

/// <summary>What a post is called, where it is and when.</summary>
internal sealed record PostHours(string Name, string Place, string Commune, DayOfWeek Weekday, TimeOnly Opens, TimeOnly Closes);
