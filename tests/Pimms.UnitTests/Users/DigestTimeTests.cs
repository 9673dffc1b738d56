using System.Globalization;
using Pimms.Users;

namespace Pimms.UnitTests;

public sealed class DigestTimeTests
{
    [Theory]
    [InlineData("2026-11-24T06:29:59Z", null)]
    [InlineData("2026-11-24T06:30:00Z", "2026-11-24T06:30:00Z")]
    [InlineData("2026-11-24T22:59:00Z", "2026-11-24T06:30:00Z")]
    [InlineData("2026-11-24T23:01:00Z", null)]
    [InlineData("2026-07-15T05:29:00Z", null)]
    [InlineData("2026-07-15T05:31:00Z", "2026-07-15T05:30:00Z")]
    public void Comes_at_half_past_seven_in_Paris(string now, string? due) => Assert.Equal(due is null ? null : At(due), DigestTime.Today(At(now)));

    [Theory]
    [InlineData("2026-11-28T12:00:00Z")]
    [InlineData("2026-11-29T12:00:00Z")]
    [InlineData("2026-12-25T12:00:00Z")]
    [InlineData("2026-07-14T12:00:00Z")]
    public void Does_not_come_when_nobody_works(string now) => Assert.Null(DigestTime.Today(At(now)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
