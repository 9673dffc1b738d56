using FsCheck.Xunit;
using Pimms.Partners.Contracts;
using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class CheckKeysTests
{
    [Theory]
    [InlineData(CheckKey.Luhn, "732829320")] // the SIREN that the statistics office explains the key with
    [InlineData(CheckKey.Luhn, "73282932000074")]
    [InlineData(CheckKey.Luhn, "35600000049837")] // an office of La Poste: its digits add up to 45
    [InlineData(CheckKey.Luhn, "35600000000048")] // its seat, which has the usual key
    [InlineData(CheckKey.Luhn, "79927398713")]
    [InlineData(CheckKey.Modulo97, "269054958815780")]
    [InlineData(CheckKey.Modulo511, "3023217600053")]
    [InlineData(CheckKey.PostalItem, "RB123456785GB")]
    [InlineData(CheckKey.PostalItem, "RR473124829CZ")]
    public void Knows_a_right_key(CheckKey kind, string identifier) => Assert.True(kind.Fits(identifier));

    [Theory]
    [InlineData(CheckKey.Luhn, "732829321")]
    [InlineData(CheckKey.Luhn, "35600000049838")]
    [InlineData(CheckKey.Luhn, "73282932000079")]
    [InlineData(CheckKey.Luhn, "")]
    [InlineData(CheckKey.Luhn, "73282932A")]
    [InlineData(CheckKey.Modulo97, "269054958815781")]
    [InlineData(CheckKey.Modulo511, "3023217600054")]
    [InlineData(CheckKey.Modulo511, "302321760005")]
    [InlineData(CheckKey.PostalItem, "RB123456784GB")]
    [InlineData(CheckKey.PostalItem, "R1123456785GB")]
    public void Knows_a_wrong_key_and_what_has_not_the_shape(CheckKey kind, string identifier) => Assert.False(kind.Fits(identifier));

    /// <summary>What these keys are for: one digit copied wrong is always found.</summary>
    [Property]
    public void Finds_any_single_wrong_digit(uint number, byte place, byte wrong)
    {
        var body = number.ToString("0000000000", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var identifier in (string[])[Luhn(body), $"{body}{97 - (number % 97):00}"])
        {
            var kind = identifier.Length == 11 ? CheckKey.Luhn : CheckKey.Modulo97;
            Assert.True(kind.Fits(identifier));
            var digits = identifier.ToCharArray();
            var at = place % digits.Length;
            digits[at] = (char)('0' + (digits[at] - '0' + 1 + (wrong % 9)) % 10);
            Assert.False(kind.Fits(new string(digits)));
        }
    }

    private static string Luhn(string body) => Enumerable.Range(0, 10).Select(key => $"{body}{key}").Single(identifier => CheckKey.Luhn.Fits(identifier));

    [Fact]
    public void A_form_refuses_an_identifier_whose_key_is_wrong_at_its_field()
    {
        var form = new ProcedureForm(1, [new FormField("siren", "SIREN", null, FormFieldType.Identifier, true, [], "999999999") { Check = CheckKey.Luhn }]);
        Assert.Equal("Answer.NotTheKey", Assert.Single(FormAnswers.Read(form, new Dictionary<string, string> { ["siren"] = "732 829 321" }).Errors).Message);
        Assert.Equal("732829320", FormAnswers.Read(form, new Dictionary<string, string> { ["siren"] = "732 829 320" }).Kept["siren"]);
    }

    [Fact]
    public void A_form_neither_keeps_nor_misses_an_answer_that_was_not_asked_for()
    {
        FormField yes = new("heated", "Chauffé ?", null, FormFieldType.YesNo, true, [], null), kind = new("kind", "Comment", null, FormFieldType.Text, true, [], null);
        var form = new ProcedureForm(1, [yes, new FormField("part", "Chauffage", null, FormFieldType.Section, false, [], null) { When = new("heated", ["true"]) }, kind]);
        var cold = FormAnswers.Read(form, new Dictionary<string, string> { ["heated"] = "false", ["kind"] = "Gaz" });
        Assert.Empty(cold.Errors);
        Assert.Equal(["heated"], cold.Kept.Keys);
        Assert.Equal("Answers.kind", Assert.Single(FormAnswers.Read(form, new Dictionary<string, string> { ["heated"] = "true" }).Errors).Field);
    }
}
