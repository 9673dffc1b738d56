using Pimms.Partners.Contracts;
using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class RequiredDocumentsTests
{
    private static readonly ProcedureForm Form = new(1, []) { RequiredDocuments = ["Dernière facture", "Relevé du compteur"] };

    [Fact]
    public void Each_missing_one_is_named_at_its_place() =>
        Assert.Equal([("RequiredDocuments[0]", "Dernière facture"), ("RequiredDocuments[1]", "Relevé du compteur")], RequiredDocuments.Errors(Form, []).Select(error => (error.Field, (string)error.Args[0]!)));

    [Theory]
    [InlineData(true, DocumentState.Available, false)]
    [InlineData(true, DocumentState.Quarantined, false)]
    [InlineData(true, DocumentState.Rejected, true)]
    [InlineData(false, DocumentState.Available, true)]
    public void A_file_stands_for_it_when_the_partner_will_see_it(bool shared, DocumentState state, bool missing)
    {
        var document = new ReferralDocument { Requirement = "Dernière facture", Visibility = shared ? Visibility.Shared : Visibility.OwnSide, File = new("a.pdf", "application/pdf", 1, "", state, Guid.NewGuid(), []) };
        Assert.Equal(missing, RequiredDocuments.Missing(Form, [document]).Contains("Dernière facture"));
        Assert.Contains("Relevé du compteur", RequiredDocuments.Missing(Form, [document]));
    }
}
