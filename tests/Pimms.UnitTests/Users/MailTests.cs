using Pimms.Users;

namespace Pimms.UnitTests;

public sealed class MailTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Waits_longer_after_each_failure_but_never_more_than_an_hour()
    {
        var mail = new Mail(MailKind.Answer, Guid.NewGuid(), "2026-000123", Now, Guid.NewGuid(), "k@pimms.example", Now);
        List<int> waits = [];
        for (var attempt = 0; attempt < 9; attempt++)
        {
            mail.Failed(Now);
            waits.Add((int)(mail.NextTryAt - Now).TotalMinutes);
        }
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], waits);
    }

    [Fact]
    public void A_digest_goes_to_its_person_and_takes_what_waits_with_it()
    {
        var agent = new Person(Guid.NewGuid(), new("Sandrine", "Lopez", "s@energie.example", "s", null), Access.AtPartner(Role.PartnerAgent, Guid.NewGuid(), Guid.NewGuid()));
        var waiting = new Mail(MailKind.Send, Guid.NewGuid(), "2026-000123", Now, agent.Id, "former@energie.example", Now) { Deliver = MailDelivery.Daily };
        var digest = Mail.Digest(agent, Now, [waiting], Now);
        Assert.Equal((digest.Id, null), (waiting.DigestId!.Value, digest.DigestId));
        Assert.Equal((MailKind.Digest, "s@energie.example", MailDelivery.AtOnce, "/"), (digest.Kind, digest.ToAddress, digest.Deliver, digest.LinkPath));
    }
}
