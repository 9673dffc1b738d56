using System.Net;

namespace Pimms.IntegrationTests;

public sealed class ReadCaseTests(Platform platform)
{
    private static readonly string Haddad = $"/cases/{DemonstrationId.Of("case:1")}";
    private readonly Desk desk = new(platform);

    [Theory]
    [InlineData("mediator.pissevin", "", HttpStatusCode.NotFound)]
    [InlineData("mediator.pissevin", "/edit", HttpStatusCode.NotFound)]
    [InlineData("mediator.pissevin", "/consents/new", HttpStatusCode.NotFound)]
    [InlineData("mediator.pissevin", "/referrals/new", HttpStatusCode.NotFound)]
    [InlineData("mediator.valdegour", "/assign", HttpStatusCode.Forbidden)]
    [InlineData("agent.energie", "", HttpStatusCode.Forbidden)]
    [InlineData("admin", "", HttpStatusCode.Forbidden)]
    public async Task Does_not_exist_for_others(string persona, string page, HttpStatusCode status)
    {
        using var visitor = await platform.As(persona);
        Assert.Equal(status, (await visitor.Open(Haddad + page)).Status);
    }

    [Fact]
    public async Task Asks_for_the_persons_consent_first()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        Assert.Equal($"/cases/{id}/consents/new", (await mediator.Open($"/cases/{id}")).Document.QuerySelector(".your-turn .btn-primary")!.GetAttribute("href"));

        await desk.Consent(id, "energie");
        Assert.Equal($"/cases/{id}/referrals/new", (await mediator.Open($"/cases/{id}")).Document.QuerySelector(".your-turn .btn-primary")!.GetAttribute("href"));

        var draft = await desk.Draft(id);
        Assert.Equal($"/referrals/{draft}/write", (await mediator.Open($"/cases/{id}")).Document.QuerySelector(".your-turn .btn-primary")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Says_first_what_the_association_owes()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var page = await mediator.Open($"/cases/{DemonstrationId.Of("case:2")}");
        Assert.Contains($"/referrals/{DemonstrationId.Of("referral:2a")}", page.Document.QuerySelectorAll(".your-turn a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("Sent")]
    [InlineData("Accepted")]
    [InlineData("Answered")]
    [InlineData("Closed")]
    public async Task Calls_nothing_late_for_a_deadline_of_the_persons_that_is_past(string state)
    {
        var id = await new Counter(platform).In(state);
        await using (var database = await platform.Superuser.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            await database.Execute("update referrals.referrals set harm_date = current_date - 9, next_due_on = case state when 'Closed' then next_due_on else current_date - 9 end where id = $1", id);
            await database.Execute("update referrals.cases set harm_date = current_date - 9 where id = (select case_id from referrals.referrals where id = $1)", id);
        }
        using var mediator = await platform.As("mediator.valdegour");
        var referral = await mediator.Open($"/referrals/{id}");
        var page = await mediator.Open($"/cases/{(await desk.Read(id)).CaseId}");
        foreach (var shown in new[] { page, referral })
        {
            Assert.Empty(shown.Document.QuerySelectorAll("main .due.tone-late, main .your-turn.tone-late"));
            Assert.DoesNotContain("retard", shown.Text, StringComparison.Ordinal);
            Assert.Contains("passée", shown.Text, StringComparison.Ordinal);
        }
        if (state == "Answered")
            Assert.Contains("à vérifier", page.Document.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_to_hand_the_case_over_to_the_site_lead_only()
    {
        using var lead = await platform.As("lead.valdegour");
        using var mediator = await platform.As("mediator.valdegour");
        Assert.Contains($"{Haddad}/assign", (await lead.Open(Haddad)).Links);
        Assert.DoesNotContain($"{Haddad}/assign", (await mediator.Open(Haddad)).Links);
    }
}
