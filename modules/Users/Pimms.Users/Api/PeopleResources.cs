using System.Globalization;

namespace Pimms.Users;

/// <summary>Who the caller is to the platform, and within which bounds.</summary>
internal sealed record Me(Guid UserId, string Name, Role Role, IReadOnlyList<Guid> SiteIds, Guid? PartnerId, IReadOnlyList<Guid> UnitIds);

/// <summary>How the caller wants to be told of referrals and conventions by mail.</summary>
internal sealed record MailChoiceResource(string Version, MailDelivery Delivery) : IVersioned
{
    public static MailChoiceResource For(ChosenDelivery chosen) => new(chosen.Version.ToString(CultureInfo.InvariantCulture), chosen.Delivery);
}

internal sealed record MailChoiceContent(MailDelivery? Delivery);

internal sealed record PeopleResource(IReadOnlyList<PersonRow> Items, string? NextCursor);

/// <param name="SuccessorId">Who takes over what the person has in hand; whoever comes, when left out.</param>
internal sealed record Deactivation(Guid? SuccessorId);

/// <summary>Days on which somebody is away, both included, and who stands in.</summary>
internal sealed record AbsenceResource(Guid Id, string Version, Guid PersonId, DateOnly From, DateOnly To, Guid ReplacementId) : IVersioned
{
    public static AbsenceResource For(AbsenceView absence) => new(absence.Id, absence.Version.ToString(CultureInfo.InvariantCulture), absence.PersonId, absence.From, absence.To, absence.ReplacementId);
}

/// <param name="Items">Those under way and to come; a person has few.</param>
/// <param name="NextCursor">Always null.</param>
internal sealed record AbsencesResource(IReadOnlyList<AbsenceResource> Items, string? NextCursor = null)
{
    public static AbsencesResource For(IReadOnlyList<AbsenceView> absences) => new([.. absences.Select(AbsenceResource.For)]);
}

internal sealed record AbsenceContent(DateOnly? From, DateOnly? To, Guid? ReplacementId);

/// <summary>A person on the API.</summary>
/// <param name="Invited">Has not signed in yet.</param>
internal sealed record PersonResource(
    Guid Id, string Version, string GivenName, string FamilyName, string Email, string UserName, Role Role, IReadOnlyList<Guid> SiteIds, Guid? PartnerId, IReadOnlyList<Guid> UnitIds,
    bool Active, DateTimeOffset? DeactivatedAt, bool Invited) : IVersioned
{
    public static PersonResource For(PersonView person) => new(
        person.Id, person.Version.ToString(CultureInfo.InvariantCulture), person.GivenName, person.FamilyName, person.Email, person.UserName, person.Role, person.SiteIds, person.PartnerId, person.UnitIds,
        person.Active, person.DeactivatedAt, person.Invited);
}
