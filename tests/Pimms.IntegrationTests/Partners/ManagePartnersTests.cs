using System.Net;
using Pimms.Partners;

namespace Pimms.IntegrationTests;

public sealed class ManagePartnersTests(Platform platform)
{
    [Fact]
    public async Task Of_several_who_add_the_same_at_once_one_does_and_the_others_are_told()
    {
        var name = $"Essai ensemble {Guid.NewGuid():N}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => platform.Send("admin", new AddPartner(name, PartnerKind.Health))));
        Assert.Single(answers, answer => answer.Refusal is null);
        Assert.All(answers.Where(answer => answer.Refusal is not null), answer => Assert.True(answer.Refusal!.Type is RefusalTypes.Stale or RefusalTypes.Validation));
        Assert.Equal(["1"], await platform.Ask("select count(*) from partners.partners where name = $1", name));
    }

    [Fact]
    public async Task An_administrator_adds_a_partner_a_unit_and_a_procedure_from_page_to_page()
    {
        using var admin = await platform.As("admin");
        var name = $"Essai {Guid.NewGuid():N}";
        var partner = await (await admin.Open("/partners/new")).Submit([("Input.Name", name), ("Input.Kind", "Health")]);
        Assert.Contains(name, partner.Text, StringComparison.Ordinal);

        var unit = await (await admin.Open($"{partner.Address.AbsolutePath}/units/new")).Submit([("Input.Name", "Accueil"), ("Input.Mailbox", "accueil@essai.example")]);
        Assert.Contains("accueil@essai.example", unit.Text, StringComparison.Ordinal);

        var add = unit.Links.Single(link => link.EndsWith("/procedures/new", StringComparison.Ordinal));
        var form = await (await admin.Open(add)).Submit([("Input.Title", "Rendez-vous")]);
        Assert.EndsWith("/form", form.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_and_what_was_typed_stays()
    {
        using var admin = await platform.As("admin");
        var refused = await (await admin.Open("/partners/new")).Submit([("Input.Name", "Énergie"), ("Input.Kind", "Energy")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Énergie", refused.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_second_of_two_sees_what_the_first_did_and_may_then_save()
    {
        var (partner, unit, _) = await platform.NewPartner();
        using var admin = await platform.As("admin");
        var page = await admin.Open($"/units/{unit}/edit");
        var seen = (await platform.Send("admin", new ShowUnit(unit))).Value.Version;
        await platform.Send("admin", new EditUnit(unit, seen, "Accueil du matin", null));

        var stale = await page.Submit([("Input.Name", "Accueil du soir")]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("Accueil du matin", stale.Text, StringComparison.Ordinal);
        Assert.Equal("Accueil du soir", stale.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));

        var saved = await stale.Submit();
        Assert.Equal($"/partners/{partner}", saved.Address.AbsolutePath);
        Assert.Contains("Accueil du soir", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_switched_off_is_no_longer_offered_and_comes_back()
    {
        var (partner, unit, procedure) = await platform.NewPartner();
        using var admin = await platform.As("admin");
        foreach (var thing in (string[])[$"procedures/{procedure}", $"units/{unit}", $"partners/{partner}"])
        {
            var sure = await admin.Open($"/{thing}/deactivate");
            Assert.Contains("Les orientations en cours continuent", sure.Text, StringComparison.Ordinal);
            Assert.Contains("Désactivé", (await sure.Submit()).Source, StringComparison.Ordinal);
        }
        Assert.Null(await Offered(partner));

        await (await admin.Open($"/partners/{partner}/reactivate")).Submit();
        Assert.Empty((await Offered(partner))!.Units);
        await (await admin.Open($"/units/{unit}/reactivate")).Submit();
        Assert.Empty(Assert.Single((await Offered(partner))!.Units).Procedures);
        await (await admin.Open($"/procedures/{procedure}/reactivate")).Submit();
        Assert.Single(Assert.Single((await Offered(partner))!.Units).Procedures);
    }

    [Fact]
    public async Task A_manager_writes_the_instructions_of_its_own_units_only()
    {
        using var manager = await platform.As("manager.energie");
        var address = $"/units/{DemonstrationId.Of("unit:energie-facturation")}/instructions";
        var page = await manager.Open(address);
        var before = page.Document.QuerySelector("textarea")!.TextContent.Trim();

        Assert.Contains("Joignez la photo du compteur.", (await page.Submit([("Input.Instructions", "Joignez la photo du compteur.")])).Text, StringComparison.Ordinal);
        await (await manager.Open(address)).Submit([("Input.Instructions", before)]);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Open($"/units/{DemonstrationId.Of("unit:ville-ccas")}/instructions")).Status);

        using var agent = await platform.As("agent.energie");
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open(address)).Status);
    }

    private Task<Pimms.Partners.Contracts.PartnerDetails?> Offered(Guid partner) =>
        platform.AskPartners("mediator.valdegour", directory => directory.Partner(partner, CancellationToken.None));
}
