namespace Pimms.UnitTests;

public sealed class MailAddressesTests
{
    [Theory]
    [InlineData("prenom.nom@exemple.fr")]
    [InlineData("l'hostis+dossier@mairie-de-nimes.example")]
    [InlineData("a@b.co")]
    public void Are_taken_when_mail_can_be_sent_there(string address) => Assert.True(MailAddresses.Fits(address));

    [Theory]
    [InlineData("")]
    [InlineData("lina")]
    [InlineData("lina@")]
    [InlineData("@exemple.fr")]
    [InlineData("lina@exemple")]
    [InlineData("a b@exemple.fr")]
    [InlineData("a@exemple,fr")]
    [InlineData("<a@exemple.fr>")]
    [InlineData("Lina <a@exemple.fr>")]
    [InlineData("a..b@exemple.fr")]
    [InlineData(".a@exemple.fr")]
    [InlineData("a.@exemple.fr")]
    [InlineData("a@exemple.fr.")]
    [InlineData("a@exemple..fr")]
    [InlineData("a@exem\u200bple.fr")]
    [InlineData("a@exemple.fr\nb@exemple.fr")]
    [InlineData("a@exemple.fr, b@exemple.fr")]
    [InlineData("a@[192.0.2.1]")]
    public void Are_refused_otherwise(string address) => Assert.False(MailAddresses.Fits(address));
}
