using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>On a platform of its own: more people come.</summary>
public sealed class InvitePersonTests(Platform platform) : IClassFixture<Platform>
{
    private static readonly Guid Eau = DemonstrationId.Of("partner:eau");
    private static readonly string Usagers = DemonstrationId.Of("unit:eau-usagers").ToString();

    [Fact]
    public async Task Lets_in_whoever_signs_in_with_the_invited_address()
    {
        using var admin = await platform.As("admin");
        var shown = await (await admin.Open($"/people/invite?partner={Eau}")).Submit(
            [("Input.GivenName", "Inès"), ("Input.FamilyName", "Duval"), ("Input.Email", " Ines.Duval@eau.example"), ("Input.Role", "PartnerAgent"), ("Input.UnitIds", Usagers)]);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("ines.duval@eau.example", shown.Text, StringComparison.Ordinal);
        await (await admin.Open(shown.Address.PathAndQuery)).Submit();

        await using var database = await platform.Superuser.OpenConnectionAsync();
        await Patience.Until(async () => await database.Value<long>("select count(*) from users.mails where to_address = 'ines.duval@eau.example' and kind = 'Invite' and referral_id is null") >= 2, seconds: 30);
        Assert.NotEmpty((await admin.Open(shown.Address.PathAndQuery)).Document.QuerySelectorAll(".notice time[datetime]"));
        using var agent = await platform.As("ines.duval@eau.example");
        Assert.Contains("Inès Duval", (await agent.Open("/profile")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await database.Value<long>("select count(*) from users.people where user_name = 'ines.duval@eau.example' and subject is not null"));
        Assert.Empty((await admin.Open(shown.Address.PathAndQuery)).Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Lets_a_manager_invite_to_its_own_team_and_end_access()
    {
        using var manager = await platform.As("manager.energie");
        var shown = await (await manager.Open("/people/invite")).Submit(
            [("Input.GivenName", "Bruno"), ("Input.FamilyName", "Serre"), ("Input.Email", "bruno.serre@energie.example"), ("Input.UnitIds", DemonstrationId.Of("unit:energie-facturation").ToString())]);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        using var agent = await platform.As("bruno.serre@energie.example");
        Assert.Equal(HttpStatusCode.OK, (await agent.Open("/profile")).Status);

        Assert.Equal(HttpStatusCode.OK, (await (await manager.Open(shown.Address.AbsolutePath + "/deactivate")).Submit()).Status);
        var closed = await agent.Open("/profile");
        Assert.True(closed.Status == HttpStatusCode.Forbidden || closed.Address.AbsolutePath != "/profile", $"{closed.Status} {closed.Address}");
    }

    [Theory]
    [InlineData("PartnerManager", null, "Role")]
    [InlineData("Administrator", null, "Role")]
    [InlineData("PartnerAgent", "unit:eau-usagers", "UnitIds")]
    [InlineData("PartnerAgent", null, "UnitIds")]
    public async Task Refuses_a_manager_what_is_not_its_own(string role, string? unit, string field)
    {
        var command = new InvitePerson { Email = "x.y@energie.example", GivenName = "X", FamilyName = "Y", Role = Enum.Parse<Role>(role), UnitIds = unit is null ? [] : [DemonstrationId.Of(unit)] };
        var answer = await platform.Send("manager.energie", command);
        Assert.Equal(field, Assert.Single(answer.Refusal!.Errors).Field);
    }

    [Fact]
    public async Task Refuses_what_is_missing_or_known_and_keeps_what_was_typed()
    {
        using var admin = await platform.As("admin");
        var refused = await (await admin.Open("/people/invite")).Submit([("Input.GivenName", "Zoé"), ("Input.Email", "zoe")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Zoé", refused.Document.QuerySelector("[name='Input.GivenName']")!.GetAttribute("value"));
        foreach (var field in (string[])["FamilyName", "Email", "Role"])
            Assert.NotNull(refused.Document.QuerySelector($".error-summary a[href='#Input_{field}']"));

        var known = await platform.Send("admin", new InvitePerson
        {
            Email = "Karima.Benali@pimms-demonstration.example", GivenName = "K", FamilyName = "B", Role = Role.Mediator, SiteIds = [DemonstrationId.Of("site:pissevin")],
        });
        Assert.Equal("Email", Assert.Single(known.Refusal!.Errors).Field);
    }

    [Fact]
    public async Task Serves_programs()
    {
        using var admin = await platform.Api("admin");
        var body = new { email = "prog@eau.example", givenName = "Paul", familyName = "Rog", role = "PartnerAgent", siteIds = Array.Empty<Guid>(), partnerId = Eau, unitIds = new[] { Usagers } };
        using var made = await admin.PostAsJsonAsync(new Uri("/api/v1/people", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var person = await made.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal($"/api/v1/people/{person.GetProperty("id").GetString()}", made.Headers.Location!.ToString());

        var deactivate = new Uri($"{made.Headers.Location}/deactivate", UriKind.Relative);
        using var unversioned = await admin.PostAsync(deactivate, null);
        Assert.Equal(HttpStatusCode.PreconditionRequired, unversioned.StatusCode);
        admin.DefaultRequestHeaders.IfMatch.Add(made.Headers.ETag!);
        using var done = await admin.PostAsync(deactivate, null);
        Assert.False((await done.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("active").GetBoolean());

        using var agent = await platform.Api("agent.eau");
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.GetAsync(new Uri("/api/v1/people", UriKind.Relative))).StatusCode);
        using var manager = await platform.Api("manager.energie");
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(made.Headers.Location)).StatusCode);
    }
}
