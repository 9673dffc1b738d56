namespace Pimms.Users;

/// <summary>Where somebody may look today: its own places first, then those of the colleagues for whom it stands in.</summary>
/// <param name="SiteIds">Of a mediator or site lead.</param>
/// <param name="UnitIds">Of an agent.</param>
/// <param name="AllUnits">A manager's, or of who stands in for one: all units of the partner, whichever there are.</param>
internal sealed record Scope(IReadOnlyList<Guid> SiteIds, IReadOnlyList<Guid> UnitIds, bool AllUnits)
{
    /// <param name="person">Whose.</param>
    /// <param name="absent">Those for whom the person was said to stand in. What either has become since then is looked at anew.</param>
    public static Scope Of(Person person, IEnumerable<Person> absent)
    {
        Person[] places = [person, .. absent.Where(person.CanReplace)];
        return new([.. places.SelectMany(one => one.SiteIds).Distinct()], [.. places.SelectMany(one => one.UnitIds).Distinct()], places.Any(one => one.Role == Role.PartnerManager));
    }
}
