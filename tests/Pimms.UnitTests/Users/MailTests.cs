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
}
