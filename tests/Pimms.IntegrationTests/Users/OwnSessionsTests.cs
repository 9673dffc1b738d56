using System.Net;

namespace Pimms.IntegrationTests;

public sealed class OwnSessionsTests(Platform platform)
{
    [Fact]
    public async Task Ends_the_other_session_and_keeps_this_one()
    {
        using var desk = await platform.As("agent2.ville");
        using var phone = await platform.As("agent2.ville");
        var page = await desk.Open("/profile/sessions");
        var ended = await page.Submit();
        Assert.Equal(HttpStatusCode.OK, ended.Status);
        Assert.NotEqual("/profile", (await phone.Open("/profile")).Address.AbsolutePath);
        Assert.Equal("/profile", (await desk.Open("/profile")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Ends_nobody_elses()
    {
        using var mine = await platform.As("agent2.departement");
        using var theirs = await platform.As("agent.departement");
        await using var database = await platform.Superuser.OpenConnectionAsync();
        var session = (await database.Rows("select id from platform.sessions where subject = $1 order by created_at desc limit 1", DemonstrationId.Of("person:agent.departement").ToString())).Single();
        using var second = await platform.As("agent2.departement");
        var refused = await (await mine.Open("/profile/sessions")).Submit([("session", session)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("/profile", (await theirs.Open("/profile")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Is_for_whoever_is_signed_in()
    {
        using var nobody = platform.Nobody();
        Assert.StartsWith("/realms/", (await nobody.Open("/profile/sessions")).Address.AbsolutePath, StringComparison.Ordinal);
    }
}
