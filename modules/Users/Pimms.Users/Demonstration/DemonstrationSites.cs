namespace Pimms.Users;

internal static class DemonstrationSites
{
    public static Guid Valdegour { get; } = DemonstrationId.Of("site:valdegour");

    public static Guid Pissevin { get; } = DemonstrationId.Of("site:pissevin");

    public static IReadOnlyList<Site> All() =>
    [
        new Site(Valdegour, "Valdegour").With(new OutreachPost
        {
            Id = DemonstrationId.Of("post:chemin-bas"), Name = "Permanence Chemin-Bas", Place = "Centre social André-Malraux", Commune = "30189",
            Weekday = DayOfWeek.Tuesday, Opens = new(9, 0), Closes = new(12, 0),
        }),
        new Site(Pissevin, "Pissevin").With(new OutreachPost
        {
            Id = DemonstrationId.Of("post:mas-de-mingue"), Name = "Permanence Mas-de-Mingue", Place = "Médiathèque Marc-Bernard", Commune = "30189",
            Weekday = DayOfWeek.Thursday, Opens = new(14, 0), Closes = new(17, 30),
        }),
    ];
}
