using Pimms.Conventions.Contracts;
using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class DisclosureTests
{
    private static readonly Beneficiary Samira = new() { FamilyName = "Haddad", GivenName = "Samira", BirthDate = new(1984, 5, 17), Address = "14 rue Archimède", PreferredLanguage = "ar" };
    private static readonly DisclosedField[] Annex =
    [
        new(BeneficiaryField.FamilyName, DisclosureTime.AtSending), new(BeneficiaryField.PreferredLanguage, DisclosureTime.AtSending), new(BeneficiaryField.Phone, DisclosureTime.AtSending),
        new(BeneficiaryField.Address, DisclosureTime.AfterAcceptance), new(BeneficiaryField.BirthDate, DisclosureTime.AfterAcceptance),
    ];

    [Fact]
    public void Holds_at_sending_what_the_annex_says_and_no_more() =>
        Assert.Equal(new() { [BeneficiaryField.FamilyName] = "Haddad", [BeneficiaryField.PreferredLanguage] = "ar" }, Disclosure.Of(Samira, Annex, DisclosureTime.AtSending));

    [Fact]
    public void Keeps_the_rest_for_after_acceptance() =>
        Assert.Equal(new() { [BeneficiaryField.Address] = "14 rue Archimède", [BeneficiaryField.BirthDate] = "1984-05-17" }, Disclosure.Of(Samira, Annex, DisclosureTime.AfterAcceptance));

    [Fact]
    public void Is_empty_where_the_annex_names_nothing() => Assert.Empty(Disclosure.Of(Samira, [], DisclosureTime.AtSending));
}
