using Pimms.Users;

namespace Pimms.UnitTests;

public sealed class PresenceTests
{
    private static readonly DateTimeOffset Seen = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(119, 0, null)]
    [InlineData(120, 0, 120)]
    [InlineData(149, 120, null)]
    [InlineData(150, 120, 150)]
    [InlineData(150, 0, 150)]
    [InlineData(179, 150, null)]
    [InlineData(180, 0, null)]
    public void Warns_twice_before_the_end(int days, int warned, int? due) =>
        Assert.Equal(due, Here(warned).WarningDue(Seen.AddDays(days)));

    [Theory]
    [InlineData(179, false)]
    [InlineData(180, true)]
    public void Ends_after_180_days(int days, bool ended) => Assert.Equal(ended, Here(150).HasEnded(Seen.AddDays(days)));

    private static Presence Here(int warned) => new() { PersonId = Guid.NewGuid(), SeenAt = Seen, WarnedAfterDays = warned };
}
