using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>A document for what the partner asked, as programs send it, and what the database holds it to.</summary>
public sealed class DocumentsOfItemsTests(Platform platform)
{
    private const string Mediator = "mediator.valdegour";
    private readonly Counter counter = new(platform);

    [Fact]
    public async Task A_document_is_answer_enough_and_both_sides_read_it_at_the_item()
    {
        var (referral, items) = await Asked();
        using var mediator = await platform.Api(Mediator);
        var made = await Made(await Post(mediator, referral, items[0]));
        Assert.Equal(items[0], made.GetProperty("itemId").GetGuid());
        using (var refused = await Provide(mediator, referral, new { items = Array.Empty<object>() }))
            Assert.True((await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("items", out _));
        using (var refused = await Provide(mediator, referral, new { items = new[] { new { id = items[1], answer = " " } } }))
            Assert.True((await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("items[0].answer", out _));
        using (var done = await Provide(mediator, referral, new { items = new object[] { new { id = items[0] }, new { id = items[1], whyNot = "Jamais reçue." } } }))
            Assert.Equal(HttpStatusCode.OK, done.StatusCode);

        foreach (var person in (string[])[Mediator, "agent.energie"])
        {
            using var client = await platform.Api(person);
            var told = (await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/referrals/{referral}", UriKind.Relative))).GetProperty("informationItems");
            var document = told[0].GetProperty("documents").EnumerateArray().Single();
            Assert.Equal((made.GetProperty("id").GetGuid(), "releve.pdf"), (document.GetProperty("id").GetGuid(), document.GetProperty("fileName").GetString()));
            Assert.Equal((JsonValueKind.Null, "Jamais reçue.", 0), (told[0].GetProperty("answer").ValueKind, told[1].GetProperty("whyNot").GetString(), told[1].GetProperty("documents").GetArrayLength()));
        }
    }

    [Fact]
    public async Task The_same_file_for_the_same_item_is_there_once_and_several_may_answer_one()
    {
        var (referral, items) = await Asked();
        using var mediator = await platform.Api(Mediator);
        var first = await Made(await Post(mediator, referral, items[0]));
        Assert.Equal(first.GetProperty("id").GetGuid(), (await Made(await Post(mediator, referral, items[0]))).GetProperty("id").GetGuid());
        await Made(await Post(mediator, referral, items[0], "verso.pdf"));
        await Made(await Post(mediator, referral, items[1]));
        Assert.Equal("3|3", (await platform.Ask("select document_count, (select count(*) from platform.document_contents c join referrals.documents d on d.file_content_id = c.id where d.referral_id = r.id) from referrals.referrals r where id = $1", referral)).Single());
    }

    [Fact]
    public async Task What_is_not_asked_for_takes_no_document()
    {
        var ((referral, items), (_, others)) = (await Asked(), await Asked());
        using var mediator = await platform.Api(Mediator);
        using var agent = await platform.Api("agent.energie");
        foreach (var (client, item) in ((HttpClient, string)[])[(mediator, others[0].ToString()), (mediator, "releve"), (agent, items[0].ToString())])
            Assert.Equal(["itemId"], await Errors(await Post(client, referral, item)));
        using (var own = await Post(mediator, referral, items[0], visibility: "OwnSide"))
            Assert.Equal(["visibility"], await Errors(own));

        await counter.Do(Mediator, referral, version => new ProvideInformation(referral, version, [.. items.Select(item => new ProvidedItem(item, "Le voici"))], null));
        Assert.Equal(["itemId"], await Errors(await Post(mediator, referral, items[0])));
    }

    [Theory]
    [InlineData("mediator.pissevin")]
    [InlineData("agent.eau")]
    [InlineData("agent3.energie")]
    public async Task It_does_not_exist_for_another_site_partner_or_unit(string stranger)
    {
        var (referral, items) = await Asked();
        using var mediator = await platform.Api(Mediator);
        var document = (await Made(await Post(mediator, referral, items[0]))).GetProperty("id").GetGuid();
        using var client = await platform.Api(stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(client, referral, items[0])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri($"/api/v1/referrals/{referral}/documents/{document}", UriKind.Relative))).StatusCode);
        Assert.Equal(0, await platform.Straight(await Personas.Of(platform.Services, stranger), one => one.Value<long>("select count(*) from referrals.documents where id = $1", document)));
    }

    [Fact]
    public async Task The_database_takes_no_answer_that_only_one_side_would_see()
    {
        var (referral, items) = await Asked();
        using var mediator = await platform.Api(Mediator);
        await Made(await Post(mediator, referral, items[0]));
        await using var superuser = await platform.Superuser.OpenConnectionAsync();
        await Assert.ThrowsAsync<PostgresException>(() => superuser.Execute("update referrals.documents set visibility = 'OwnSide' where referral_id = $1", referral));
    }

    private async Task<(Guid Referral, Guid[] Items)> Asked()
    {
        var referral = await counter.InformationRequested();
        return (referral, [.. (await counter.Read(referral)).InformationItems.Select(item => item.Id)]);
    }

    private async Task<HttpResponseMessage> Provide(HttpClient client, Guid referral, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/referrals/{referral}/provide-information") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{(await counter.Read(referral)).Revision}\"");
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, Guid referral, object item, string name = "releve.pdf", string? visibility = null)
    {
        using var parts = Upload.Parts(name, visibility: visibility);
        parts.Add(new StringContent(item.ToString()!), "itemId");
        return await client.PostAsync(new Uri($"/api/v1/referrals/{referral}/documents", UriKind.Relative), parts);
    }

    private static async Task<JsonElement> Made(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<string[]> Errors(HttpResponseMessage answer) =>
        [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(error => error.Name)];
}
