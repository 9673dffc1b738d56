namespace Pimms.Users;

internal static class DemonstrationSites
{
    public static Guid Valdegour { get; } = DemonstrationId.Of("site:valdegour");

    public static Guid Pissevin { get; } = DemonstrationId.Of("site:pissevin");

    public static IReadOnlyList<Site> All() =>
    [
        new Site(Valdegour, "Valdegour").With(new OutreachPost(DemonstrationId.Of("post:chemin-bas"), Valdegour, new("Permanence Chemin-Bas", "Centre social André-Malraux", "30189", DayOfWeek.Tuesday, new(9, 0), new(12, 0)))),
        new Site(Pissevin, "Pissevin").With(new OutreachPost(DemonstrationId.Of("post:mas-de-mingue"), Pissevin, new("Permanence Mas-de-Mingue", "Médiathèque Marc-Bernard", "30189", DayOfWeek.Thursday, new(14, 0), new(17, 30)))),
    ];
}
