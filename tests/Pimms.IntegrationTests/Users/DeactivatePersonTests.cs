using System.Net;
using Pimms.Users;

namespace Pimms.IntegrationTests;

public sealed class DeactivatePersonTests(Platform platform)
{
    private static readonly Guid Agent = DemonstrationId.Of("person:agent3.energie");

    [Fact]
    public async Task Ends_access_at_the_next_click_and_gives_it_back()
    {
        using var admin = await platform.As("admin");
        using var agent = await platform.As("agent3.energie");
        Assert.Equal(HttpStatusCode.OK, (await agent.Open("/profile")).Status);

        var closed = await (await admin.Open($"/people/{Agent}/deactivate")).Submit();
        Assert.Equal(HttpStatusCode.OK, closed.Status);
        Assert.Equal($"/people/{Agent}", closed.Address.AbsolutePath);
        Assert.NotEqual("/profile", (await Shown(agent)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => platform.Api("agent3.energie"));
        await using (var connection = await platform.Superuser.OpenConnectionAsync())
            Assert.Equal(1, await connection.Value<long>("select count(*) from users.outbox where name = 'users.person-deactivated' and body ->> 'personId' = $1", Agent.ToString()));

        Assert.Equal(HttpStatusCode.OK, (await (await admin.Open($"/people/{Agent}/activate")).Submit()).Status);
        await agent.SignIn("agent3.energie");
        Assert.Equal("/profile", await Shown(agent));
    }

    /// <summary>Where one is when the page is one's own; where one is sent, or nothing, when it is not.</summary>
    private static async Task<string> Shown(Visitor visitor)
    {
        var page = await visitor.Open("/profile");
        return page.Status == HttpStatusCode.OK ? page.Address.AbsolutePath : "";
    }

    [Fact]
    public async Task Refuses_oneself()
    {
        using var admin = await platform.As("admin");
        var refused = await (await admin.Open($"/people/{DemonstrationId.Of("person:admin")}/deactivate")).Submit();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".error-summary"));
        Assert.Equal(HttpStatusCode.OK, (await admin.Open("/profile")).Status);
    }

    [Fact]
    public async Task Refuses_twice()
    {
        var person = (await platform.Send("admin", new ReadPerson(DemonstrationId.Of("person:marc.aubert")))).Value;
        var answer = await platform.Send("admin", new DeactivatePerson(person.Id, person.Version));
        Assert.Equal("DeactivatePerson.Already", Assert.Single(answer.Refusal!.Errors).Message);
    }
}
