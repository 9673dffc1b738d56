using System.Globalization;

namespace Pimms.UnitTests;

public sealed class AmountTests
{
    [Theory]
    [InlineData("412,80", "412.80")]
    [InlineData("412.8", "412.8")]
    [InlineData(" 1 412,80 € ", "1412.80")]
    [InlineData("1\u202f412\u00a0€", "1412")]
    [InlineData("-12", "-12")]
    public void Are_understood_as_people_write_them(string typed, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), AmountBinder.Read(typed));

    [Theory]
    [InlineData("1.412")]
    [InlineData("1.412,80")]
    [InlineData("12,345")]
    [InlineData("douze")]
    [InlineData("12e3")]
    [InlineData(",5")]
    [InlineData("9999999999999")]
    public void Are_refused_when_they_could_mean_two_things_or_none(string typed) => Assert.Null(AmountBinder.Read(typed));
}
