using System.Net;
using System.Net.Http.Json;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>Who has a referral is said in so many words: what is left as it is, or empty, takes it from nobody.</summary>
public sealed class AssignReferralTests(Platform platform)
{
    private const string Agent = "agent.energie";
    private static readonly Guid Colleague = DemonstrationId.Of("person:agent2.energie");
    private readonly Counter counter = new(platform);

    [Fact]
    public async Task The_list_as_it_stands_leaves_it_with_who_has_it()
    {
        var id = await counter.In("Accepted");
        using var agent = await platform.As(Agent);
        await (await agent.Open($"/referrals/{id}/assign")).Submit([("Input.AssigneeId", Colleague.ToString())]);
        var before = await counter.Read(id);
        Assert.Equal(Colleague, before.AssigneeId);

        var done = await (await agent.Open($"/referrals/{id}/assign")).Submit();
        Assert.Equal(HttpStatusCode.OK, done.Status);
        var after = await counter.Read(id);
        Assert.Equal((Colleague, before.Revision), (after.AssigneeId, after.Revision));
    }

    [Fact]
    public async Task Nobody_is_a_choice_and_taking_it_back_one_click()
    {
        var id = await counter.In("Accepted");
        using var agent = await platform.As(Agent);
        var shown = await (await agent.Open($"/referrals/{id}/assign")).Submit([("Input.AssigneeId", Guid.Empty.ToString())]);
        Assert.Null((await counter.Read(id)).AssigneeId);
        Assert.Equal(Guid.Empty.ToString(), (await agent.Open($"/referrals/{id}/assign")).Document.QuerySelector("[name='Input.AssigneeId'] option[selected]")!.GetAttribute("value"));

        var taken = await shown.Submit(form: "form[action$='/assign']");
        Assert.Equal(DemonstrationId.Of("person:agent.energie"), (await counter.Read(id)).AssigneeId);
        Assert.Empty(taken.Document.QuerySelectorAll("form[action$='/assign']"));
    }

    [Theory]
    [InlineData("{}", "assigneeId")]
    [InlineData("""{"assigneeId":null}""", "assigneeId")]
    [InlineData("""{"assigneeId":"00000000-0000-0000-0000-000000000000"}""", "assigneeId")]
    [InlineData("""{"nobody":true}""", null)]
    public async Task Programs_say_it_too(string body, string? refused)
    {
        var id = await counter.In("Accepted");
        using var api = await platform.Api(Agent);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/referrals/{id}/assign", UriKind.Relative)) { Content = new StringContent(body, null, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{(await counter.Read(id)).Revision}\"");
        using var answer = await api.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(refused is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
        if (refused is not null)
            Assert.Contains($"\"{refused}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(refused is null, (await counter.Read(id)).AssigneeId is null);
    }
}
