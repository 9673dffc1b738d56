using Pimms.Conventions.Contracts;

namespace Pimms.Users;

/// <summary>Notes one mail for each administrator and for each referent of either side, when a day of a convention comes near.</summary>
internal sealed class NotifyOfTerm(UsersDbContext db, TimeProvider clock) : IReaction<ConventionTermNear>
{
    public async Task React(ConventionTermNear happened, CancellationToken ct)
    {
        var kind = Enum.Parse<MailKind>($"Convention{happened.Kind}");
        var people = await db.People.AsNoTracking().Where(person => person.Active && (person.Role == Role.Administrator || happened.ReferentIds.Contains(person.Id))).ToListAsync(ct);
        var wanted = await db.DeliveryTo(people, ct);
        db.Mails.AddRange(people.Select(person => Mail.OfTerm(kind, happened.ConventionId, happened.Reference, happened.Day, happened.At, person, wanted(person), clock.GetUtcNow())));
        await db.SaveChangesAsync(ct);
    }
}
