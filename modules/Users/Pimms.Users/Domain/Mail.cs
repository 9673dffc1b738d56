namespace Pimms.Users;

/// <summary>An e-mail to one person or shared mailbox, mostly about one referral or convention. It says number, kind of event and link: no personal data of a beneficiary ever.</summary>
internal sealed class Mail
{
    private Mail()
    {
    }

    public Mail(MailKind kind, Guid? referralId, string number, DateTimeOffset happenedAt, Guid personId, string toAddress, DateTimeOffset now)
    {
        (Kind, ReferralId, Number, HappenedAt, PersonId, ToAddress) = (kind, referralId, number, happenedAt, personId, toAddress);
        CreatedAt = NextTryAt = now;
    }

    /// <summary>About a day of a convention that comes near.</summary>
    public static Mail OfTerm(MailKind kind, Guid conventionId, string reference, DateOnly day, DateTimeOffset happenedAt, Person to, MailDelivery deliver, DateTimeOffset now) =>
        new(kind, null, reference, happenedAt, to.Id, to.Email, now) { ConventionId = conventionId, Day = day, Deliver = deliver };

    /// <summary>A person's news since the last one, in one mail: they go with it and not by themselves.</summary>
    /// <param name="to">Who wants it so.</param>
    /// <param name="due">The morning's moment; together with the person it is unique, so that no morning has two.</param>
    /// <param name="waiting">What was noted for the person meanwhile, one at least.</param>
    /// <param name="now">When.</param>
    public static Mail Digest(Person to, DateTimeOffset due, IReadOnlyCollection<Mail> waiting, DateTimeOffset now)
    {
        var digest = new Mail(MailKind.Digest, null, "", due, to.Id, to.Email, now);
        foreach (var mail in waiting)
            mail.DigestId = digest.Id;
        return digest;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public MailKind Kind { get; private init; }
    public Guid? ReferralId { get; private init; }
    public Guid? ConventionId { get; private init; }

    /// <summary>What people call the referral or the convention.</summary>
    public string Number { get; private init; } = "";

    /// <summary>The day that it is about; null when it is about none.</summary>
    public DateOnly? Day { get; private init; }

    public DateTimeOffset HappenedAt { get; private init; }

    /// <summary>Whose: a person, or the unit whose shared mailbox it goes to.</summary>
    public Guid PersonId { get; private init; }

    public string ToAddress { get; private init; } = "";
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>As the person wanted it when this was noted; what still waits follows a later choice.</summary>
    public MailDelivery Deliver { get; init; }

    /// <summary>The mail that it goes with; null for one that goes by itself, and while it waits for the morning.</summary>
    public Guid? DigestId { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Where it leads, on the platform.</summary>
    public string LinkPath => this switch
    {
        { ReferralId: { } referral } => $"/referrals/{referral}",
        { ConventionId: { } convention } => $"/conventions/{convention}",
        { Kind: MailKind.ReceiptCodeEnded } => "/cases",
        _ => "/",
    };

    public void Sent(DateTimeOffset at) => (SentAt, Attempts) = (at, Attempts + 1);

    /// <summary>Tries again after 1, 2, 4 … minutes, at least every hour.</summary>
    public void Failed(DateTimeOffset at) => NextTryAt = at + TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Attempts++)));
}
