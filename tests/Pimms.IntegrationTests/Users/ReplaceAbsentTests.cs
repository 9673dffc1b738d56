using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>On a platform of its own: people see more than their own.</summary>
public sealed class ReplaceAbsentTests(Platform platform) : IClassFixture<Platform>
{
    private static readonly DateOnly Today = Absent.Today(TimeProvider.System);

    [Fact]
    public async Task Shows_the_replacement_what_the_absent_person_sees_at_the_next_request_until_it_is_cancelled()
    {
        var referral = (await platform.Ask("select id from referrals.referrals where visible_to_unit = $1 limit 1", DemonstrationId.Of("unit:departement-mdph"))).Single();
        using var agent = await platform.As("agent2.departement");
        using var program = await platform.Api("agent2.departement");
        async Task<(HttpStatusCode, HttpStatusCode)> Seen() => ((await agent.Open($"/referrals/{referral}")).Status, (await program.GetAsync(new Uri($"/api/v1/referrals/{referral}", UriKind.Relative))).StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), await Seen());

        using var admin = await platform.As("admin");
        var done = await (await admin.Open($"/people/{Absent.Person("agent.departement")}/absences"))
            .Submit([("Input.From", $"{Today:yyyy-MM-dd}"), ("Input.To", $"{Today.AddDays(2):yyyy-MM-dd}"), ("Input.ReplacementId", $"{Absent.Person("agent2.departement")}")]);
        Assert.Contains("Le remplacement est enregistré.", WebUtility.HtmlDecode(done.Source), StringComparison.Ordinal);
        Assert.Contains("remplacement par Aïcha Mansouri", done.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await Seen());
        var user = await Personas.Of(platform.Services, "agent2.departement");
        Assert.Equal(1, await platform.Straight(user, connection => connection.Value<long>("select count(*) from referrals.referrals where id = $1", Guid.Parse(referral))));
        Assert.Contains("Vous remplacez Laurent Michel", (await agent.Open("/profile")).Text, StringComparison.Ordinal);
        Assert.Contains("remplacement par Aïcha Mansouri", (await agent.Open("/colleagues")).Text, StringComparison.Ordinal);

        var cancel = await admin.Open(done.Links.Single(link => link.EndsWith("/cancel", StringComparison.Ordinal)));
        Assert.Contains("Aïcha Mansouri", cancel.Text, StringComparison.Ordinal);
        var cancelled = await cancel.Submit();
        Assert.Contains("Aucune absence prévue", cancelled.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), await Seen());
        Assert.DoesNotContain("Vous remplacez", (await agent.Open("/profile")).Text, StringComparison.Ordinal);
        Assert.Equal(["CancelReplacement", "ReplaceAbsent"], await platform.Ask("select act from journal.entries where kind = 'person' and is_change and act <> 'demonstration' and $1 = any(subjects) order by act", Absent.Person("agent.departement")));
    }

    [Fact]
    public async Task Refuses_what_is_wrong_at_its_field_and_keeps_what_was_typed()
    {
        using var admin = await platform.As("admin");
        var page = await admin.Open($"/people/{Absent.Person("agent.transports")}/absences");
        Assert.Contains("Personne ne peut faire ce remplacement", page.Text, StringComparison.Ordinal);

        page = await admin.Open($"/people/{Absent.Person("agent2.energie")}/absences");
        Assert.DoesNotContain(page.Document.QuerySelectorAll("option"), option => option.TextContent.Contains("Castel", StringComparison.Ordinal) || option.TextContent.Contains("Bouzid", StringComparison.Ordinal));
        var refused = await page.Submit([("Input.From", $"{Today.AddDays(5):yyyy-MM-dd}"), ("Input.To", $"{Today.AddDays(4):yyyy-MM-dd}"), ("Input.ReplacementId", $"{Absent.Person("agent.energie")}")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#Input_To']"));
        Assert.Equal($"{Today.AddDays(5):yyyy-MM-dd}", refused.Document.QuerySelector("#Input_From")!.GetAttribute("value"));
        Assert.Equal($"{Absent.Person("agent.energie")}", refused.Document.QuerySelector("#Input_ReplacementId option[selected]")!.GetAttribute("value"));
        var empty = await page.Submit();
        Assert.Equal(3, empty.Document.QuerySelectorAll(".error-summary a").Length);
    }

    [Theory]
    [InlineData("admin", "agent.eau", "agent.energie", "ReplacementId")]
    [InlineData("admin", "agent.eau", "mediator.valdegour", "ReplacementId")]
    [InlineData("admin", "mediator.pissevin", "admin", "ReplacementId")]
    [InlineData("admin", "mediator.pissevin", "lead.valdegour", "ReplacementId")]
    [InlineData("admin", "mediator.pissevin", "marc.aubert", "ReplacementId")]
    [InlineData("manager.energie", "agent.energie", "agent.eau", "ReplacementId")]
    public async Task Refuses_who_is_no_such_colleague(string by, string absent, string replacement, string field)
    {
        var refusal = (await platform.Send(by, new ReplaceAbsent { PersonId = Absent.Person(absent), From = Today, To = Today, ReplacementId = Absent.Person(replacement) })).Refusal;
        Assert.Equal(field, Assert.Single(refusal!.Errors).Field);
    }

    [Theory]
    [InlineData("manager.energie", "agent.eau", HttpStatusCode.NotFound)]
    [InlineData("lead.pissevin", "mediator.valdegour", HttpStatusCode.NotFound)]
    [InlineData("lead.valdegour", "lead.pissevin", HttpStatusCode.NotFound)]
    [InlineData("agent.eau", "agent.eau", HttpStatusCode.Forbidden)]
    [InlineData("mediator.valdegour", "mediator.valdegour", HttpStatusCode.Forbidden)]
    public async Task Is_said_by_whoever_runs_the_persons_account_and_by_nobody_else(string by, string absent, HttpStatusCode answer)
    {
        using var visitor = await platform.As(by);
        using var program = await platform.Api(by);
        Assert.Equal(answer, (await visitor.Open($"/people/{Absent.Person(absent)}/absences")).Status);
        Assert.Equal(answer, (await program.PostAsJsonAsync($"/api/v1/people/{Absent.Person(absent)}/absences", new { from = Today, to = Today, replacementId = Absent.Person(by) })).StatusCode);
    }

    [Fact]
    public async Task Refuses_days_on_which_either_is_away_already()
    {
        await platform.Say("lead.pissevin", "mediator.pissevin", "lead.pissevin", 40, 45);
        async Task<string?> Field(string absent, string replacement, int from, int to) =>
            (await platform.Send("admin", new ReplaceAbsent { PersonId = Absent.Person(absent), From = Today.AddDays(from), To = Today.AddDays(to), ReplacementId = Absent.Person(replacement) })).Refusal?.Errors.Single().Field;
        Assert.Equal("From", await Field("mediator.pissevin", "nadia.cherif", 45, 48));
        Assert.Equal("ReplacementId", await Field("lead.pissevin", "mediator.pissevin", 30, 40));
        Assert.Null(await Field("mediator.pissevin", "nadia.cherif", 46, 48));
    }

    [Fact]
    public async Task Is_a_resource_for_programs()
    {
        using var program = await platform.Api("manager.energie");
        var address = $"/api/v1/people/{Absent.Person("agent.energie")}/absences";
        using var made = await program.PostAsJsonAsync(address, new { from = Today.AddDays(20), to = Today.AddDays(21), replacementId = Absent.Person("manager.energie") });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var one = await program.GetFromJsonAsync<JsonElement>(made.Headers.Location);
        Assert.Equal(($"{Today.AddDays(20):yyyy-MM-dd}", Absent.Person("manager.energie")), (one.GetProperty("from").GetString(), one.GetProperty("replacementId").GetGuid()));
        Assert.Single((await program.GetFromJsonAsync<JsonElement>(address)).GetProperty("items").EnumerateArray());

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await program.DeleteAsync(made.Headers.Location)).StatusCode);
        program.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", made.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync(made.Headers.Location)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.DeleteAsync(made.Headers.Location)).StatusCode);
        Assert.Empty((await program.GetFromJsonAsync<JsonElement>(address)).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Lets_the_database_alone_keep_it_to_ones_own_side_and_to_those_who_run_accounts()
    {
        var absence = await platform.Say("lead.valdegour", "nadia.cherif", "mediator.valdegour", 50, 51);
        async Task<(long, int)> Row(string userName) => await platform.Straight(await Personas.Of(platform.Services, userName), async connection =>
            (await connection.Value<long>("select count(*) from users.absences where id = $1", absence), await connection.Execute("update users.absences set ended_at = ended_at where id = $1", absence)));
        Assert.Equal((0, 0), await Row("agent.ville"));
        Assert.Equal((0, 0), await Row("manager.energie"));
        Assert.Equal((1, 0), await Row("mediator.valdegour"));
        Assert.Equal((1, 0), await Row("lead.pissevin"));
        Assert.Equal((1, 1), await Row("lead.valdegour"));
    }
}
