namespace Pimms.Users;

internal static class MailChoices
{
    public static async Task<ChosenDelivery> ChosenBy(this UsersDbContext db, CurrentUser user, CancellationToken ct) =>
        await db.MailChoices.Where(choice => choice.Id == user.Id).Select(choice => new ChosenDelivery(choice.Version, choice.Delivery)).SingleOrDefaultAsync(ct)
        ?? new ChosenDelivery(0, MailDelivery.AtOnce);

    /// <summary>How each of these people wants to be told.</summary>
    public static async Task<Func<Person, MailDelivery>> DeliveryTo(this UsersDbContext db, IReadOnlyCollection<Person> people, CancellationToken ct)
    {
        Guid[] ids = [.. people.Select(person => person.Id)];
        var chosen = await db.MailChoices.Where(choice => ids.Contains(choice.Id)).ToDictionaryAsync(choice => choice.Id, choice => choice.Delivery, ct);
        return person => chosen.GetValueOrDefault(person.Id, MailDelivery.AtOnce);
    }

    /// <summary>What was noted for the person, may be done without and is not on its way goes as the person wants it now. What was not wanted when it was noted stays so.</summary>
    public static Task<int> LetWaitingFollow(this UsersDbContext db, MailChoice choice, DateTimeOffset now, CancellationToken ct) => db.Mails
        .Where(mail => mail.PersonId == choice.Id && mail.SentAt == null && mail.DigestId == null && mail.Deliver != MailDelivery.None && mail.Deliver != choice.Delivery && (mail.ReferralId != null || mail.ConventionId != null))
        .ExecuteUpdateAsync(mail => mail.SetProperty(one => one.Deliver, choice.Delivery).SetProperty(one => one.NextTryAt, now).SetProperty(one => one.Attempts, 0), ct);
}
