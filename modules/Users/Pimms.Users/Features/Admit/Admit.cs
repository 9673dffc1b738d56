using Pimms.Partners.Contracts;

namespace Pimms.Users;

/// <summary>Lets in whom the platform's own database knows as active, when the token says the same. Asked at every request: reads by an index.</summary>
internal sealed class Admit(UsersDbContext db, IPartnerDirectory partners, PartnerAccess access, TimeProvider clock) : IAdmission
{
    async Task<CurrentUser?> IAdmission.Admit(string subject, IReadOnlyCollection<string> tokenRoles, string? tokenPartnerId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = WorkingCalendar.DayOf(now);
        var found = await db.People.AsNoTracking().Where(one => one.Subject == subject && one.Active)
            .Select(one => new
            {
                Person = one,
                SeenAt = db.Presences.Where(presence => presence.PersonId == one.Id).Select(presence => (DateTimeOffset?)presence.SeenAt).FirstOrDefault(),
                Absent = db.StandIns(today).Where(standIn => standIn.ReplacementId == one.Id).Select(standIn => standIn.Absent).ToList(),
            })
            .SingleOrDefaultAsync(ct);
        if (found?.Person is not { } person || !tokenRoles.Contains(person.Role.InRealm()[0]) || !SamePartner(person.PartnerId, tokenPartnerId))
            return null;
        if (await access.IsOverFor(person, ct))
            return null;

        if (found.SeenAt is null || found.SeenAt < now.AddDays(-1))
            await db.Note(person.Id, now, ct);
        var scope = Scope.Of(person, found.Absent);
        return new CurrentUser
        {
            Id = person.Id,
            Name = person.Name,
            Side = person.Side,
            Role = person.Role,
            SiteIds = [.. scope.SiteIds],
            PartnerId = person.PartnerId,
            UnitIds = scope.AllUnits ? [.. await partners.UnitIdsOf(person.PartnerId!.Value, ct)] : [.. scope.UnitIds],
        };
    }

    async Task IAdmission.Recognise(string subject, string verifiedEmail, string? tokenPartnerId, CancellationToken ct)
    {
        var email = verifiedEmail.ToLowerInvariant();
        var partner = Guid.TryParse(tokenPartnerId, out var id) ? id : (Guid?)null;
        if (!await db.People.AnyAsync(person => person.Subject == subject, ct))
            await db.People.Where(person => person.Subject == null && person.Active && person.Email == email && person.PartnerId == partner)
                .ExecuteUpdateAsync(person => person.SetProperty(one => one.Subject, subject), ct);
    }

    private static bool SamePartner(Guid? known, string? said) =>
        known is null ? string.IsNullOrEmpty(said) : Guid.TryParse(said, out var partner) && partner == known;
}
