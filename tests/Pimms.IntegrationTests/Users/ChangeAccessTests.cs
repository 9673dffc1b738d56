using System.Net;
using Pimms.Users;

namespace Pimms.IntegrationTests;

public sealed class ChangeAccessTests(Platform platform)
{
    private static readonly string Page = $"/people/{DemonstrationId.Of("person:agent2.ville")}/access";
    private static readonly string Ccas = DemonstrationId.Of("unit:ville-ccas").ToString();
    private static readonly string EtatCivil = DemonstrationId.Of("unit:ville-etat-civil").ToString();

    [Fact]
    public async Task Gives_an_agent_other_units_at_the_next_click()
    {
        using var admin = await platform.As("admin");
        using var agent = await platform.As("agent2.ville");
        await (await admin.Open(Page)).Submit([("Input.UnitIds", EtatCivil)]);
        Assert.DoesNotContain("Centre communal", (await agent.Open("/profile")).Text, StringComparison.Ordinal);

        var done = await (await admin.Open(Page)).Submit([("Input.UnitIds", Ccas), ("Input.UnitIds", EtatCivil)]);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("Centre communal", (await agent.Open("/profile")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_mediator_without_a_site_and_keeps_what_was_chosen()
    {
        using var admin = await platform.As("admin");
        var page = await admin.Open($"/people/{DemonstrationId.Of("person:nadia.cherif")}/access");
        foreach (var box in page.Document.QuerySelectorAll("[name='Input.SiteIds']"))
            box.RemoveAttribute("checked");
        var refused = await page.Submit([("Input.Role", "SiteLead")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("SiteLead", refused.Document.QuerySelector("[name='Input.Role'][checked]")!.GetAttribute("value"));
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#Input_SiteIds']"));
    }

    [Fact]
    public async Task Refuses_the_units_of_another_partner() => Assert.Equal("UnitIds", await Refused("agent2.ville", view => new ChangeAccess
    {
        PersonId = view.Id, Version = view.Version, Role = Role.PartnerAgent, UnitIds = [DemonstrationId.Of("unit:eau-usagers")],
    }));

    [Fact]
    public async Task Refuses_an_unknown_site() => Assert.Equal("SiteIds", await Refused("nadia.cherif", view => new ChangeAccess
    {
        PersonId = view.Id, Version = view.Version, Role = Role.Mediator, SiteIds = [Guid.NewGuid()],
    }));

    [Fact]
    public async Task Refuses_that_an_administrator_gives_up_its_own_role() => Assert.Equal("Role", await Refused("admin", view => new ChangeAccess
    {
        PersonId = view.Id, Version = view.Version, Role = Role.Mediator, SiteIds = [DemonstrationId.Of("site:pissevin")],
    }));

    [Fact]
    public async Task Refuses_to_overwrite_what_somebody_else_changed()
    {
        var view = (await platform.Send("admin", new ReadPerson(DemonstrationId.Of("person:agent2.ville")))).Value;
        var answer = await platform.Send("admin", new ChangeAccess { PersonId = view.Id, Version = view.Version - 1, Role = view.Role, UnitIds = [.. view.UnitIds] });
        Assert.Equal(RefusalTypes.Stale, answer.Refusal!.Type);
    }

    [Fact]
    public async Task Knows_nobody_of_another_side()
    {
        var answer = await platform.Send("agent.ville", new ReadPerson(DemonstrationId.Of("person:mediator.valdegour")));
        Assert.Equal(RefusalTypes.NotFound, answer.Refusal!.Type);
    }

    private async Task<string> Refused(string userName, Func<PersonView, ChangeAccess> command)
    {
        var view = (await platform.Send("admin", new ReadPerson(DemonstrationId.Of($"person:{userName}")))).Value;
        var answer = await platform.Send("admin", command(view));
        return Assert.Single(answer.Refusal!.Errors).Field;
    }
}
