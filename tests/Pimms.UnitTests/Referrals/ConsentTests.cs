using Pimms.Conventions.Contracts;
using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class ConsentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly CurrentUser Mediator = new() { Id = Guid.NewGuid(), Name = "Karima Benali", Side = Side.Association };
    private static readonly Guid Energie = Guid.NewGuid();
    private static readonly Guid Ville = Guid.NewGuid();
    private readonly Case its = Case.Open("2026-0001", Guid.NewGuid(), new Beneficiary { FamilyName = "Haddad", GivenName = "Samira" }, "Coupure annoncée", null, Mediator, Now);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void Holds_from_its_first_day_to_its_last(int days, bool holds)
    {
        Give(Energie);
        Assert.Equal(holds, its.HasConsentFor(Energie, Today.AddDays(days)));
    }

    [Fact]
    public void Speaks_of_its_own_partners_only()
    {
        Give(Energie);
        Assert.False(its.HasConsentFor(Ville, Today));
    }

    [Fact]
    public void Ends_when_it_is_withdrawn()
    {
        Give(Energie).Withdraw([Energie], Mediator, Now);
        Assert.False(its.HasConsentFor(Energie, Today));
    }

    [Fact]
    public void Ends_for_the_one_partner_it_is_withdrawn_from()
    {
        var consent = Give(Energie, Ville);
        consent.Withdraw([Energie], Mediator, Now);
        Assert.False(its.HasConsentFor(Energie, Today));
        Assert.True(its.HasConsentFor(Ville, Today));
        Assert.Null(consent.WithdrawnAt);

        consent.Withdraw([Ville], Mediator, Now.AddDays(1));
        Assert.Equal(Now.AddDays(1), consent.WithdrawnAt);
        Assert.Equal([Energie, Ville], consent.Withdrawals.Select(withdrawal => withdrawal.PartnerId));
    }

    [Fact]
    public void Covers_its_own_categories_only_and_adds_up_with_others()
    {
        Give([ConsentCategory.Identity, ConsentCategory.Situation], Energie);
        Assert.Equal([ConsentCategory.Contact], its.NotCovered(Energie, [ConsentCategory.Identity, ConsentCategory.Contact, ConsentCategory.Situation], Today));
        Give([ConsentCategory.Contact], Energie);
        Assert.Empty(its.NotCovered(Energie, [ConsentCategory.Identity, ConsentCategory.Contact, ConsentCategory.Situation], Today));
        Assert.Equal(ConsentCategories.All, its.NotCovered(Ville, ConsentCategories.All, Today));
    }

    [Fact]
    public void Leaves_uncovered_what_no_other_consent_covers()
    {
        var first = Give(Energie, Ville);
        Give(Ville);
        Assert.Equal(ConsentCategories.All, its.NotCovered(Energie, ConsentCategories.All, Today, without: first));
        Assert.Empty(its.NotCovered(Ville, ConsentCategories.All, Today, without: first));
    }

    [Fact]
    public void Is_to_renew_when_it_ends_soon_and_nothing_longer_covers_as_much()
    {
        var ending = its.Record(ConsentKind.SpokenAgreement, [Energie, Ville], Today.AddDays(-340), Today.AddDays(10), Mediator);
        Assert.Equal([Energie, Ville], its.EndsFor(ending, Today.AddDays(30)));
        Assert.Empty(its.EndsFor(ending, Today.AddDays(9)));

        Give(Energie);
        Give([ConsentCategory.Identity], Ville);
        Assert.Equal([Ville], its.EndsFor(ending, Today.AddDays(30)));
        ending.Withdraw([Ville], Mediator, Now);
        Assert.Empty(its.EndsFor(ending, Today.AddDays(30)));
    }

    [Fact]
    public void Keeps_who_spoke_for_the_person_and_which_words_were_signed_where_they_belong()
    {
        var details = new ConsentDetails { RepresentativeName = "Nadia Ferrer", RepresentativeQuality = "tutrice", TemplateVersion = 1, TemplateHash = "a3f2" };
        var represented = its.Record(ConsentKind.LegalRepresentative, [Energie], Today, Today, Mediator, details);
        var signed = its.Record(ConsentKind.WrittenMandate, [Energie], Today, Today, Mediator, details);
        Assert.Equal(("Nadia Ferrer", "tutrice", null), (represented.RepresentativeName, represented.RepresentativeQuality, represented.TemplateHash));
        Assert.Equal((null, 1, "a3f2"), (signed.RepresentativeName, signed.TemplateVersion, signed.TemplateHash));
    }

    [Theory]
    [InlineData(BeneficiaryField.FamilyName, "Identity")]
    [InlineData(BeneficiaryField.BirthDate, "Identity")]
    [InlineData(BeneficiaryField.Address, "Contact")]
    [InlineData(BeneficiaryField.PreferredLanguage, "Contact")]
    public void Knows_where_each_field_belongs_and_that_the_request_is_always_shared(BeneficiaryField field, string category) =>
        Assert.Equal([category, "Situation"], ConsentCategories.SharedWith([field], documents: false).Select(shared => shared.ToString()));

    [Fact]
    public void Files_are_shared_when_there_are_some() =>
        Assert.Equal(["Situation", "Documents"], ConsentCategories.SharedWith([], documents: true).Select(shared => shared.ToString()));

    private Consent Give(IReadOnlyList<ConsentCategory> categories, params Guid[] partners) =>
        its.Record(ConsentKind.WrittenMandate, partners, Today, Today.AddYears(1), Mediator, new() { Categories = categories });

    private Consent Give(params Guid[] partners) => its.Record(ConsentKind.WrittenMandate, partners, Today, Today.AddYears(1), Mediator);
}
