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
    [InlineData("1 234,56", "1234.56")]
    [InlineData("1\u00a0234\u202f567,5", "1234567.5")]
    [InlineData("\u200e412,80\ufeff", "412.80")]
    [InlineData("€ 412.80", "412.80")]
    [InlineData("412,80 euros", "412.80")]
    [InlineData("412,80EUR", "412.80")]
    [InlineData("1234", "1234")]
    public void Are_understood_as_people_write_them(string typed, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Amounts.Read(typed));

    [Theory]
    [InlineData("1.412")]
    [InlineData("1.234")]
    [InlineData("1,234")]
    [InlineData("1,234.56")]
    [InlineData("12 34,50")]
    [InlineData("1 2345")]
    [InlineData("412,80 €€")]
    [InlineData("\u0664\u0661\u0662")]
    [InlineData("")]
    [InlineData("1.412,80")]
    [InlineData("12,345")]
    [InlineData("douze")]
    [InlineData("12e3")]
    [InlineData(",5")]
    [InlineData("9999999999999")]
    public void Are_refused_when_they_could_mean_two_things_or_none(string typed) => Assert.Null(Amounts.Read(typed));
}
