namespace Pimms.Partners.Contracts;

/// <summary>Partners, their units and what these can be asked. Reads only.</summary>
public interface IPartnerDirectory
{
    /// <summary>All active partners by name, without their units: for a choice of partner on either side.</summary>
    Task<IReadOnlyList<PartnerName>> Partners(CancellationToken ct);

    /// <summary>One partner with its active units and their active procedures; null when unknown, inactive, or not the caller's to see.</summary>
    Task<PartnerDetails?> Partner(Guid partnerId, CancellationToken ct);

    /// <summary>A procedure with a version of its form, inactive or replaced ones included; null when unknown or not the caller's to see.</summary>
    /// <param name="procedureId">The procedure.</param>
    /// <param name="formVersion">Null for the version that is filled in today.</param>
    /// <param name="ct">Cancels the read.</param>
    Task<ProcedureDetails?> Procedure(Guid procedureId, int? formVersion, CancellationToken ct);

    /// <summary>The names of units, with their partners', inactive ones included; unknown ids are left out.</summary>
    Task<IReadOnlyList<UnitName>> Units(IReadOnlyCollection<Guid> unitIds, CancellationToken ct);

    /// <summary>The shared mailboxes of active units; a unit without one, and unknown ids, are left out.</summary>
    Task<IReadOnlyList<UnitMailbox>> Mailboxes(IReadOnlyCollection<Guid> unitIds, CancellationToken ct);

    /// <summary>The ids of a partner's units, inactive ones included: what a partner's manager may see. Usable before anybody is signed in.</summary>
    Task<IReadOnlyList<Guid>> UnitIdsOf(Guid partnerId, CancellationToken ct);

    /// <summary>Whether the partner is there and not switched off. Usable before anybody is signed in.</summary>
    Task<bool> IsActive(Guid partnerId, CancellationToken ct);
}

/// <summary>A partner in a list.</summary>
/// <param name="Id">The partner's id.</param>
/// <param name="Name">As people say it: <c>Énergie</c>.</param>
public sealed record PartnerName(Guid Id, string Name);

/// <summary>A unit in a list.</summary>
/// <param name="Id">The unit's id.</param>
/// <param name="Name">As people say it: <c>Service solidarité</c>.</param>
/// <param name="PartnerId">Its partner.</param>
/// <param name="PartnerName">Its partner's name.</param>
public sealed record UnitName(Guid Id, string Name, Guid PartnerId, string PartnerName);

/// <summary>Where a team reads its notifications together.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Address">An e-mail address of a team, never of a person.</param>
public sealed record UnitMailbox(Guid UnitId, string Address);

/// <summary>A partner with what can be asked of it.</summary>
/// <param name="Id">The partner's id.</param>
/// <param name="Name">As people say it.</param>
/// <param name="Units">Its active units, by name.</param>
public sealed record PartnerDetails(Guid Id, string Name, IReadOnlyList<UnitDetails> Units)
{
    /// <summary>The active unit that answers an active procedure; null when it cannot be asked (any more).</summary>
    public UnitDetails? UnitFor(Guid procedureId) => Units.FirstOrDefault(unit => unit.Procedures.Any(procedure => procedure.Id == procedureId));
}

/// <summary>A team of a partner with its own inbox.</summary>
/// <param name="Id">The unit's id.</param>
/// <param name="Name">As people say it.</param>
/// <param name="Instructions">What the unit asks mediators to know before they write; empty when nothing.</param>
/// <param name="Procedures">What it can be asked, by title, with today's forms.</param>
public sealed record UnitDetails(Guid Id, string Name, string Instructions, IReadOnlyList<ProcedureDetails> Procedures);

/// <summary>Something a unit can be asked.</summary>
/// <param name="Id">The procedure's id.</param>
/// <param name="UnitId">The unit that answers it.</param>
/// <param name="Title">As people say it: <c>Étalement d’une dette d’énergie</c>.</param>
/// <param name="Form">One version of its form.</param>
public sealed record ProcedureDetails(Guid Id, Guid UnitId, string Title, ProcedureForm Form);
