using System.Net;

namespace Pimms.IntegrationTests;

/// <summary>On a platform whose clock moves on: a session ends while somebody writes.</summary>
public sealed class KeptFormTests : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private Platform platform = null!;

    public async ValueTask InitializeAsync() => platform = await Platform.Start(new() { Clock = clock });

    [Fact]
    public async Task Brings_the_person_back_to_the_form_with_what_was_typed_and_sends_nothing_by_itself()
    {
        using var admin = await platform.As("admin");
        var back = await Sent(admin, "admin");
        Assert.Equal("/people/invite", back.Address.AbsolutePath);
        Assert.Equal("Zoé", back.Document.QuerySelector("[name='Input.GivenName']")!.GetAttribute("value"));
        Assert.NotNull(back.Document.QuerySelector("[name='Input.Role'][value='Mediator'][checked]"));
        Assert.NotNull(back.Document.QuerySelector("[role=status]"));
        Assert.Empty(back.Document.QuerySelectorAll(".error-summary"));
        await using var database = await platform.Superuser.OpenConnectionAsync();
        Assert.Equal(0L, await database.Value<long>("select count(*) from users.people where email = 'zoe@pimms.example'"));
        // Long enough not to stand in what is encrypted by chance.
        Assert.Equal(0L, await database.Value<long>("select count(*) from platform.kept_forms where position('pimms.example' in encode(fields, 'escape')) > 0"));

        var done = await back.Submit();
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(1L, await database.Value<long>("select count(*) from users.people where email = 'zoe@pimms.example'"));
    }

    [Fact]
    public async Task Shows_it_to_nobody_else()
    {
        using var admin = await platform.As("admin");
        var stranger = await Sent(admin, "manager.energie");
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        Assert.Equal("", stranger.Document.QuerySelector("[name='Input.GivenName']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Keeps_nothing_of_a_session_that_was_ended_on_purpose()
    {
        using var admin = await platform.As("admin");
        var form = await admin.Open("/people/invite");
        await using (var database = await platform.Superuser.OpenConnectionAsync())
            await database.Execute("delete from platform.sessions");
        clock.Advance(TimeSpan.FromMinutes(1));
        await Task.Delay(TimeSpan.FromSeconds(3));
        admin.StopsBefore = "/realms/pimms/protocol/openid-connect/auth";
        await form.Submit([("Input.GivenName", "Zoé")]);
        await using var kept = await platform.Superuser.OpenConnectionAsync();
        Assert.Equal(0L, await kept.Value<long>("select count(*) from platform.kept_forms"));
    }

    /// <summary>Writes the invitation, lets the session end, sends it, and signs in as somebody.</summary>
    private async Task<ShownPage> Sent(Visitor visitor, string then)
    {
        var form = await visitor.Open("/people/invite");
        clock.Advance(TimeSpan.FromMinutes(31));
        var picker = await form.Submit(
            [("Input.GivenName", "Zoé"), ("Input.FamilyName", "Blanc"), ("Input.Email", "zoe@pimms.example"), ("Input.Role", "Mediator"), ("Input.SiteIds", DemonstrationId.Of("site:pissevin").ToString())]);
        return await picker.Submit([("username", then), ("password", "dev")], form: "form:has(#username)");
    }

    public async ValueTask DisposeAsync() => await platform.DisposeAsync();
}
