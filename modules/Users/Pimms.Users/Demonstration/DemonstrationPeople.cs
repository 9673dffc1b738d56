namespace Pimms.Users;

/// <summary>The ten personas of the interface's description, and colleagues to hand work to.</summary>
internal static class DemonstrationPeople
{
    public static IReadOnlyList<Person> All(DateTimeOffset now)
    {
        Person[] people =
        [
            Association("mediator.valdegour", "Karima", "Benali", Role.Mediator, DemonstrationSites.Valdegour),
            Association("nadia.cherif", "Nadia", "Chérif", Role.Mediator, DemonstrationSites.Valdegour),
            Association("lead.valdegour", "Hélène", "Marchand", Role.SiteLead, DemonstrationSites.Valdegour),
            Association("mediator.pissevin", "Thomas", "Roussel", Role.Mediator, DemonstrationSites.Pissevin),
            Association("lead.pissevin", "Antoine", "Girard", Role.SiteLead, DemonstrationSites.Pissevin),
            Association("marc.aubert", "Marc", "Aubert", Role.Mediator, DemonstrationSites.Pissevin),
            Association("admin", "Claire", "Dumas", Role.Administrator),

            Partner("agent.ville", "Sylvie", "Fabre", Role.PartnerAgent, "ville", "ville-ccas"),
            Partner("agent2.ville", "Paul", "Estève", Role.PartnerAgent, "ville", "ville-ccas", "ville-etat-civil"),
            Partner("agent.departement", "Laurent", "Michel", Role.PartnerAgent, "departement", "departement-mdph"),
            Partner("agent2.departement", "Aïcha", "Mansouri", Role.PartnerAgent, "departement", "departement-action-sociale"),
            Partner("agent.eau", "Julien", "Castel", Role.PartnerAgent, "eau", "eau-usagers"),
            Partner("agent.energie", "Sandrine", "Lopez", Role.PartnerAgent, "energie", "energie-solidarite"),
            Partner("agent2.energie", "Mehdi", "Bouzid", Role.PartnerAgent, "energie", "energie-solidarite"),
            Partner("agent3.energie", "Lucie", "Arnaud", Role.PartnerAgent, "energie", "energie-facturation"),
            Partner("manager.energie", "Catherine", "Vidal", Role.PartnerManager, "energie"),
            Partner("agent.transports", "Olivier", "Pascal", Role.PartnerAgent, "transports", "transports-tarifs"),
        ];

        // Somebody who left, whose name still stands on what was done.
        people.Single(person => person.UserName == "marc.aubert").Deactivate(DemonstrationId.Of("person:admin"), lastAdministrator: false, now.AddDays(-40));
        return people;
    }

    /// <summary>Holidays to come on both sides, filled by colleagues of the same place.</summary>
    public static IEnumerable<Absence> Absences(IReadOnlyList<Person> people, DateOnly today)
    {
        Absence Away(string absent, string replacement, int from, int to) =>
            Absence.Of(people.Single(person => person.UserName == absent), people.Single(person => person.UserName == replacement), today.AddDays(from), today.AddDays(to), today).Value;
        return [Away("nadia.cherif", "mediator.valdegour", 12, 19), Away("agent2.energie", "agent.energie", 14, 25)];
    }

    private static Person Association(string userName, string givenName, string familyName, Role role, params Guid[] sites) =>
        Person(userName, givenName, familyName, "pimms-demonstration.example", Access.AtSites(role, sites));

    private static Person Partner(string userName, string givenName, string familyName, Role role, string partner, params string[] units) =>
        Person(userName, givenName, familyName, $"{partner}.example", Access.AtPartner(role, DemonstrationId.Of($"partner:{partner}"), [.. units.Select(unit => DemonstrationId.Of($"unit:{unit}"))]));

    private static Person Person(string userName, string givenName, string familyName, string domain, Access access)
    {
        var id = DemonstrationId.Of($"person:{userName}");
        var email = $"{SearchKey.Of(givenName)}.{SearchKey.Of(familyName)}@{domain}";
        return new(id, new Account(givenName, familyName, email, userName, id.ToString()), access);
    }
}
