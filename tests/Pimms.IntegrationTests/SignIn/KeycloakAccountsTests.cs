using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>Accounts as the platform runs them in a real Keycloak. Invited people and the persona of each test are its own.</summary>
public sealed class KeycloakAccountsTests(KeycloakIssuer issuer) : IssuerTest(issuer)
{
    private const string Phrase = "une phrase bien longue";
    private static readonly Guid Eau = DemonstrationId.Of("partner:eau");

    [Fact]
    public async Task Lets_an_invited_agent_in_by_the_link_in_the_mail()
    {
        using var admin = await platform.As("admin");
        var shown = await (await admin.Open($"/people/invite?partner={Eau}")).Submit(
            [("Input.GivenName", "Inès"), ("Input.FamilyName", "Duval"), ("Input.Email", "ines.duval@eau.example"), ("Input.Role", "PartnerAgent"), ("Input.UnitIds", DemonstrationId.Of("unit:eau-usagers").ToString())]);
        var mail = await platform.Keycloak!.Mails.Next("ines.duval@eau.example");
        Assert.Equal("Votre accès à Pimms", mail.Subject);
        // The mail is there before what sent it has said so.
        await Patience.Until(async () => (await admin.Open(shown.Address.PathAndQuery)).Text.Contains("valable jusqu’à", StringComparison.Ordinal));

        var account = await platform.Keycloak.Account("ines.duval@eau.example");
        Assert.Equal(Eau.ToString(), (string?)account!["attributes"]!["partner_id"]![0]);
        using var agent = platform.Nobody();
        await Accept(agent, mail.Link());
        agent.Password = Phrase;
        await agent.SignIn("ines.duval@eau.example");
        Assert.Contains("Inès Duval", (await agent.Open("/profile")).Text, StringComparison.Ordinal);

        // The link is used up, and the invitation with it.
        Assert.DoesNotContain("kc-passwd-update-form", (await platform.Nobody().Open(mail.Link())).Source, StringComparison.Ordinal);
        Assert.Empty((await admin.Open(shown.Address.PathAndQuery)).Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Asks_an_invited_manager_for_a_second_proof()
    {
        await platform.Send("admin", new InvitePerson { Email = "chef@eau.example", GivenName = "Aude", FamilyName = "Chef", Role = Role.PartnerManager, PartnerId = Eau });
        using var manager = platform.Nobody();
        await Accept(manager, (await platform.Keycloak!.Mails.Next("chef@eau.example")).Link(), "chef@eau.example");
        var account = await platform.Keycloak.Account("chef@eau.example");
        var credentials = (JsonArray)(await platform.Keycloak.Admin(HttpMethod.Get, $"users/{account!["id"]}/credentials"))!;
        Assert.Equal(["otp", "password"], credentials.Select(one => (string)one!["type"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sends_the_invitation_of_a_site_lead_and_none_to_another_site()
    {
        var invite = new InvitePerson { Email = "samir@pimms.example", GivenName = "Samir", FamilyName = "Haddad", Role = Role.Mediator, SiteIds = [DemonstrationId.Of("site:valdegour")] };
        Assert.Equal("SiteIds", Assert.Single((await platform.Send("lead.pissevin", invite)).Refusal!.Errors).Field);
        Assert.Equal("Role", Assert.Single((await platform.Send("lead.valdegour", invite with { Role = Role.SiteLead })).Refusal!.Errors).Field);
        Assert.Null((await platform.Send("lead.valdegour", invite)).Refusal);
        await platform.Keycloak!.Mails.Next("samir@pimms.example");
    }

    [Fact]
    public async Task Takes_over_nobodys_account_by_an_invitation_to_its_address()
    {
        var victim = (await platform.Keycloak!.Account("agent.ville"))!;
        var invited = (await platform.Send("admin", new InvitePerson { Email = (string)victim["email"]!, GivenName = "X", FamilyName = "Y", Role = Role.PartnerAgent, PartnerId = Eau, UnitIds = [DemonstrationId.Of("unit:eau-usagers")] })).Value;
        await using var database = await platform.Superuser.OpenConnectionAsync();
        await Patience.Until(async () => await database.Value<long>("select count(*) from users.invitations where impossible and person_id = $1", invited) > 0, seconds: 30);
        Assert.Equal((string)victim["attributes"]!["partner_id"]![0]!, (string)(await platform.Keycloak.Account("agent.ville"))!["attributes"]!["partner_id"]![0]!);
        using var still = await platform.As("agent.ville");
        Assert.Equal(HttpStatusCode.OK, (await still.Open("/referrals")).Status);
        await platform.Send("admin", new DeactivatePerson(invited, (await platform.Send("admin", new ReadPerson(invited))).Value.Version));
    }

    [Fact]
    public async Task Ends_pages_and_tokens_within_five_seconds_of_a_deactivation_and_closes_the_account()
    {
        using var visitor = await platform.As("agent2.departement");
        using var program = await platform.Api("agent2.departement");
        var person = (await platform.Send("admin", new ReadPerson(DemonstrationId.Of("person:agent2.departement")))).Value;
        var since = Stopwatch.StartNew();
        await platform.Send("admin", new DeactivatePerson(person.Id, person.Version));

        using var answer = await program.GetAsync(new Uri("/api/v1/me", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        await using var database = await platform.Superuser.OpenConnectionAsync();
        while ((bool)(await platform.Keycloak!.Account("agent2.departement"))!["enabled"]! || await database.Value<long>("select count(*) from platform.sessions where subject = $1", person.Id.ToString()) > 0)
            await Task.Delay(50);
        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Contains("kc-form-login", (await visitor.Open("/referrals")).Source, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => platform.Api("agent2.departement"));
    }

    [Fact]
    public async Task Denies_and_journals_whoever_comes_with_another_partner_than_the_platform_knows()
    {
        var account = (await platform.Keycloak!.Account("agent2.ville"))!;
        account["attributes"]!["partner_id"] = new JsonArray(Eau.ToString());
        await platform.Keycloak.Admin(HttpMethod.Put, $"users/{account["id"]}", account);
        using var visitor = platform.Nobody();
        var denied = await Issuer.Enter(await visitor.Open("/sign-in"), "agent2.ville");
        Assert.Equal(HttpStatusCode.Forbidden, denied.Status);
        await using var database = await platform.Superuser.OpenConnectionAsync();
        Assert.NotEqual(0L, await database.Value<long>("select count(*) from journal.entries where act = 'RefuseSignIn' and $1::uuid = any(subjects)", (string)account["id"]!));
    }

    [Fact]
    public async Task Gives_the_account_the_new_role_when_the_platform_does()
    {
        var person = (await platform.Send("admin", new ReadPerson(DemonstrationId.Of("person:agent3.energie")))).Value;
        await platform.Send("admin", new ChangeAccess { PersonId = person.Id, Version = person.Version, Role = Role.PartnerManager });
        async Task<string> Groups() => string.Join(',', ((JsonArray)(await platform.Keycloak!.Admin(HttpMethod.Get, $"users/{person.Id}/groups"))!).Select(group => (string)group!["name"]!));
        await Patience.Until(async () => await Groups() == "partner-managers");
    }

    [Fact]
    public async Task Keeps_an_invitation_until_Keycloak_answers_and_says_so()
    {
        using var keycloak = new Forwarder(platform.Realm);
        await using var cut = await Platform.Start(new() { Settings = new(platform.Keycloak!.Settings) { ["Keycloak:auth-server-url"] = keycloak.Address } });
        var id = (await cut.Send("admin", new InvitePerson { Email = "tard@eau.example", GivenName = "Tardive", FamilyName = "Invitée", Role = Role.PartnerAgent, PartnerId = Eau, UnitIds = [DemonstrationId.Of("unit:eau-usagers")] })).Value;
        await Task.Delay(TimeSpan.FromSeconds(4));
        Assert.Null((await cut.Send("admin", new ReadPerson(id))).Value.Invitation);

        keycloak.Open();
        await platform.Keycloak.Mails.Next("tard@eau.example");
        await Patience.Until(async () => (await cut.Send("admin", new ReadPerson(id))).Value.Invitation?.EndsAt is not null, seconds: 5);
    }

    /// <summary>Follows the link and does what Keycloak asks, to its last page.</summary>
    private static async Task Accept(Visitor visitor, string link, string userName = "")
    {
        var page = await visitor.Open(link);
        if (page.Document.QuerySelector("#kc-info-message a") is { } onward)
            page = await visitor.Open(new Uri(page.Address, onward.GetAttribute("href")!).ToString());
        page = await KeycloakPages.Through(page, userName, Phrase);
        page = await page.Submit([("password-new", Phrase), ("password-confirm", Phrase)], form: "#kc-passwd-update-form");
        Assert.Contains("Votre compte est prêt", page.Text, StringComparison.Ordinal);
    }
}
