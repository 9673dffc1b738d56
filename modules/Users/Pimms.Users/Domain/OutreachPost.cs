namespace Pimms.Users;

/// <summary>Regular hours of a site in another neighbourhood.</summary>
internal sealed class OutreachPost
{
    public required Guid Id { get; init; }
    public Guid SiteId { get; private set; }
    public required string Name { get; init; }
    public required string Place { get; init; }

    /// <summary>INSEE code, 5 characters.</summary>
    public required string Commune { get; init; }

    public required DayOfWeek Weekday { get; init; }
    public required TimeOnly Opens { get; init; }
    public required TimeOnly Closes { get; init; }
}
