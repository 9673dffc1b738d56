using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>On a platform of its own: people stop listening.</summary>
public sealed class ChooseMailsTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task Is_at_once_until_somebody_says_otherwise_and_says_that_it_was_saved()
    {
        using var mediator = await platform.As("mediator.pissevin");
        var page = await mediator.Open("/profile");
        Assert.Equal("AtOnce", Chosen(page));
        Assert.Contains("toujours envoyée", page.Text, StringComparison.Ordinal);

        var saved = await page.Submit([("Input.Delivery", "Daily")]);
        Assert.Equal((HttpStatusCode.OK, "/profile", "Daily"), (saved.Status, saved.Address.AbsolutePath, Chosen(saved)));
        Assert.Contains("Votre choix est enregistré.", saved.Source.Replace("&#xE9;", "é", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(await platform.Ask("select 1 from journal.entries where act = 'ChooseMails' and kind = 'person' and is_change and user_id = $1", DemonstrationId.Of("person:mediator.pissevin").ToString()));
    }

    [Fact]
    public async Task Refuses_what_is_no_choice_at_its_field()
    {
        using var lead = await platform.As("lead.pissevin");
        var refused = await (await lead.Open("/profile")).Submit([("Input.Delivery", "Hourly")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#Input_Delivery']"));
    }

    [Fact]
    public async Task Is_a_resource_of_ones_own_for_programs()
    {
        using var agent = await platform.Api("agent.eau");
        var first = await agent.GetFromJsonAsync<JsonElement>("/api/v1/me/mails");
        Assert.Equal(("AtOnce", "0"), (first.GetProperty("delivery").GetString(), first.GetProperty("version").GetString()));
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Put(agent, null, new { delivery = "None" })).StatusCode);
        using var done = await Put(agent, "\"0\"", new { delivery = "None" });
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal("None", (await done.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("delivery").GetString());
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Put(agent, "\"0\"", new { delivery = "Daily" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Put(agent, done.Headers.ETag!.Tag, new { })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Put(agent, done.Headers.ETag!.Tag, new { delivery = "Daily" })).StatusCode);
    }

    [Fact]
    public async Task Is_nobody_elses_to_see_or_change()
    {
        Assert.Null((await platform.Send("agent.ville", new ChooseMails { Delivery = MailDelivery.None })).Refusal);
        Assert.Equal(MailDelivery.AtOnce, (await platform.Send("agent2.ville", new ChosenMails())).Value.Delivery);
        var colleague = await Personas.Of(platform.Services, "agent2.ville");
        Assert.Equal(0, await platform.Straight(colleague, connection => connection.Value<long>("select count(*) from users.mail_choices")));
        var admin = await Personas.Of(platform.Services, "admin");
        Assert.Equal(0, await platform.Straight(admin, connection => connection.Execute("update users.mail_choices set delivery = 'AtOnce'")));
    }

    private static string? Chosen(ShownPage page) => page.Document.QuerySelector("[name='Input.Delivery'][checked]")?.GetAttribute("value");

    private static async Task<HttpResponseMessage> Put(HttpClient client, string? version, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/me/mails") { Content = JsonContent.Create(body) };
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", version);
        return await client.SendAsync(request);
    }
}
