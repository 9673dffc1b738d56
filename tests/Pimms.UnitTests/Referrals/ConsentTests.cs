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
        Give(Energie).Withdraw(Now);
        Assert.False(its.HasConsentFor(Energie, Today));
    }

    [Fact]
    public void Leaves_uncovered_only_the_partners_that_no_other_consent_covers()
    {
        var first = Give(Energie, Ville);
        Give(Ville);
        Assert.Equal([Energie], its.OnlyCoveredBy(first, Today));
    }

    private Consent Give(params Guid[] partners) => its.Record(ConsentKind.WrittenMandate, partners, Today, Today.AddYears(1), Mediator);
}
