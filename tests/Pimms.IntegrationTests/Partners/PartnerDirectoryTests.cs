using Microsoft.Extensions.DependencyInjection;
using Pimms.Partners;
using Pimms.Partners.Contracts;

namespace Pimms.IntegrationTests;

public sealed class PartnerDirectoryTests(Platform platform)
{
    private static readonly Guid Energie = DemonstrationId.Of("partner:energie");
    private static readonly Guid Solidarite = DemonstrationId.Of("unit:energie-solidarite");
    private static readonly Guid Etalement = DemonstrationId.Of("procedure:energie-etalement");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mediator.valdegour")]
    [InlineData("agent.ville")]
    [InlineData("admin")]
    public async Task Names_all_partners_to_everybody_signed_in(string userName)
    {
        var names = (await platform.AskPartners(userName, directory => directory.Partners(Ct))).Select(partner => partner.Name).Where(name => !name.StartsWith("Essai", StringComparison.Ordinal));
        Assert.Equal(["Département", "Eau", "Énergie", "État", "Métropole", "Région", "Transports", "Ville"], names);
    }

    [Theory]
    [InlineData("mediator.pissevin", true)]
    [InlineData("agent.energie", true)]
    [InlineData("agent.ville", false)]
    public async Task Shows_units_and_forms_to_the_association_and_the_partner_itself(string userName, bool shown)
    {
        Assert.Equal(shown, await platform.AskPartners(userName, directory => directory.Partner(Energie, Ct)) is not null);
        Assert.Equal(shown, await platform.AskPartners(userName, directory => directory.Procedure(Etalement, null, Ct)) is not null);
        Assert.Equal(shown, (await platform.AskPartners(userName, directory => directory.Units([Solidarite], Ct))).Count == 1);
    }

    [Fact]
    public async Task Gives_a_partner_with_its_units_and_todays_forms()
    {
        var partner = (await platform.AskPartners("mediator.valdegour", directory => directory.Partner(Energie, Ct)))!;
        Assert.Equal(["Service facturation", "Service solidarité"], partner.Units.Select(unit => unit.Name));
        var procedure = partner.Units[1].Procedures.Single(procedure => procedure.Id == Etalement);
        Assert.Equal((1, "contractNumber", "9999999999"), (procedure.Form.Version, procedure.Form.Fields[0].Key, procedure.Form.Fields[0].Pattern));
    }

    [Fact]
    public async Task Keeps_every_version_of_a_form()
    {
        var (_, _, procedure) = await platform.NewPartner();
        var version = (await platform.Send("admin", new ShowProcedure(procedure))).Value.Version;
        Assert.Null((await platform.Send("admin", new ReviseForm(procedure, version, [PartnersSupport.Question("first")]))).Refusal);

        Assert.Empty((await platform.AskPartners("mediator.valdegour", directory => directory.Procedure(procedure, 1, Ct)))!.Form.Fields);
        Assert.Equal((2, "first"), await platform.AskPartners("mediator.valdegour", async directory =>
            (await directory.Procedure(procedure, null, Ct))!.Form is var form ? (form.Version, form.Fields[0].Key) : default));
        Assert.Null(await platform.AskPartners("mediator.valdegour", directory => directory.Procedure(procedure, 3, Ct)));
    }

    [Fact]
    public async Task Gives_a_managers_units_before_anybody_is_signed_in()
    {
        var units = await platform.Within(CurrentUser.Anonymous, services => services.GetRequiredService<IPartnerDirectory>().UnitIdsOf(Energie, Ct));
        Assert.Equal(new[] { Solidarite, DemonstrationId.Of("unit:energie-facturation") }.Order(), units.Order());
    }

    [Fact]
    public async Task Names_the_shared_mailboxes_of_units() => Assert.Equal(
        [new UnitMailbox(Solidarite, "solidarite@energie.example")],
        await platform.AskPartners("manager.energie", directory => directory.Mailboxes([Solidarite, DemonstrationId.Of("unit:ville-ccas"), Guid.NewGuid()], Ct)));
}
