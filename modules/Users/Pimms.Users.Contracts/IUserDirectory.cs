namespace Pimms.Users.Contracts;

/// <summary>People and sites as other modules may know them. Reads only; answers are within the caller's own bounds.</summary>
public interface IUserDirectory
{
    /// <summary>All sites that the caller may know of, by name.</summary>
    Task<IReadOnlyList<SiteSummary>> Sites(CancellationToken ct);

    /// <summary>The sites with these ids; unknown ids are left out.</summary>
    Task<IReadOnlyList<SiteSummary>> Sites(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>The active mediators and site leads of a site, and those who stand in for one today, by name.</summary>
    Task<IReadOnlyList<PersonSummary>> MediatorsOf(Guid siteId, CancellationToken ct);

    /// <summary>The active agents who answer for a unit of a partner, and the partner's managers, and those who stand in for one today, by name.</summary>
    Task<IReadOnlyList<PersonSummary>> AgentsOf(Guid unitId, CancellationToken ct);

    /// <summary>The active people of a partner, or those of the association when null, by name.</summary>
    Task<IReadOnlyList<PersonSummary>> PeopleOf(Guid? partnerId, CancellationToken ct);

    /// <summary>The active administrators, by name.</summary>
    Task<IReadOnlyList<PersonSummary>> Administrators(CancellationToken ct);

    /// <summary>The people with these ids, inactive ones included; unknown ids are left out.</summary>
    Task<IReadOnlyList<PersonSummary>> People(IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <summary>A desk of the association.</summary>
/// <param name="Id">The site's id.</param>
/// <param name="Name">As people say it: <c>Valdegour</c>.</param>
/// <param name="Posts">Its regular hours elsewhere, closed ones left out.</param>
public sealed record SiteSummary(Guid Id, string Name, IReadOnlyList<OutreachPostSummary> Posts);

/// <summary>Regular hours of a site in another neighbourhood.</summary>
/// <param name="Id">The post's id.</param>
/// <param name="Name">As people say it: <c>Permanence Chemin-Bas</c>.</param>
/// <param name="Place">Where: <c>centre social</c>.</param>
/// <param name="Commune">INSEE code, 5 characters.</param>
public sealed record OutreachPostSummary(Guid Id, string Name, string Place, string Commune);

/// <summary>A person as colleagues and the other side may know it.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Name">Given name and family name.</param>
/// <param name="Active">False once deactivated.</param>
public sealed record PersonSummary(Guid Id, string Name, bool Active);
