using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>No text carries a social-security, account or card number to the other side: refused at its place, nothing typed lost.</summary>
public sealed class RefuseSensitiveDataTests(Platform platform)
{
    private const string Nir = "2 84 05 30 189 123";
    private const string Account = "FR76 3000 6000 0112 3456 7890 189";
    private const string Card = "4970 1012 3456 7893";
    private const string Agent = "agent.energie";
    private const string Mediator = "mediator.valdegour";
    private readonly Desk desk = new(platform);
    private readonly Counter counter = new(platform);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Page, state, who, the field, what is typed besides.</summary>
    public static TheoryData<string, string, string, string, string> Pages => new()
    {
        { "request-information", "Sent", Agent, "Input.Items[1]", "Input.Items[0]=Le relevé" },
        { "request-information", "Sent", Agent, "Input.Text", "Input.Items[0]=Le relevé" },
        { "provide-information", "InformationRequested", Mediator, "Input.Items[1].Answer", "Input.Items[0].Answer=Le voici" },
        { "hold", "Accepted", Agent, "Input.Text", "Input.Reason=Other;Input.ResumeOn=+10" },
        { "answer", "Accepted", Agent, "Input.NextSteps", "Input.Outcome=InformationGiven;Input.Text=Voici" },
        { "decline", "Sent", Agent, "Input.Text", "Input.Reason=NotCompetent" },
        { "withdraw", "Sent", Mediator, "Input.Text", "Input.Reason=SolvedOtherwise" },
        { "close", "Answered", Mediator, "Input.Text", "Input.VerifiedResult=Confirmed" },
        { "reopen", "Closed", Mediator, "Input.Reason", "" },
        { "transfer", "Accepted", Agent, "Input.Text", "Input.UnitId=energie-facturation" },
        { "messages", "Accepted", Agent, "Input.Text", "Input.Visibility=Shared" },
        { "messages", "Accepted", Mediator, "Input.Text", "Input.Visibility=OwnSide" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_page_refuses_at_the_field_with_the_place_and_keeps_the_text(string page, string state, string who, string field, string besides)
    {
        var id = await counter.In(state);
        using var visitor = await platform.As(who);
        // What is missing is named line by line.
        var typed = $"Bonjour,{(page == "request-information" && field != "Input.Text" ? " " : "\n")}son compte est {Account}.";
        var fields = besides.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(pair => (pair[0], Value(pair))).Append((field, typed));
        var refused = await (await visitor.Open($"/referrals/{id}/{page}")).Submit(fields);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        var said = refused.Document.QuerySelector($".error-summary a[href='#{field.Replace('.', '_').Replace('[', '_').Replace(']', '_')}']")!.TextContent;
        Assert.Contains("IBAN", said, StringComparison.Ordinal);
        Assert.Contains("•••• ••••", said, StringComparison.Ordinal);
        var kept = refused.Document.QuerySelector($"[name='{field}']")!;
        Assert.Contains(Account, kept.GetAttribute("value") ?? kept.TextContent, StringComparison.Ordinal);
        Assert.Equal(state, (await counter.Read(id)).State.ToString());
        Assert.Empty((await platform.Send(who, new ReadReferral(id))).Value.Messages);
    }

    [Fact]
    public async Task Going_on_to_the_check_is_refused_at_the_field_and_saving_is_not()
    {
        using var mediator = await platform.As(Mediator);
        var id = await desk.OpenCase();
        await desk.Consent(id, "energie");
        var draft = await desk.Draft(id);
        var refused = await (await mediator.Open($"/referrals/{draft}/write")).Submit([("Input.Answers.alreadyTried", $"Elle a donné son n° sécu : {Nir}")]);
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#Input_Answers_alreadyTried']"));
        Assert.Contains(Nir, refused.Document.QuerySelector("[name='Input.Answers.alreadyTried']")!.TextContent, StringComparison.Ordinal);

        var saved = await refused.Submit(button: "button[value='false']");
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var check = await mediator.Open($"/referrals/{draft}/check");
        Assert.Contains($"/referrals/{draft}/write#Input_Answers_alreadyTried", check.Links);
        Assert.Null(check.Document.QuerySelector("main form button"));
    }

    [Fact]
    public async Task A_program_is_told_the_field_and_the_kind_and_sends_nothing()
    {
        using var api = await platform.Api(Mediator);
        var id = await desk.OpenCase();
        await desk.Consent(id, "energie");
        var draft = (await platform.Send(Mediator, new StartReferral(id, DemonstrationId.Of("partner:energie"), null, DemonstrationId.Of("procedure:energie-etalement"), "Étalement", $"Un plan, carte {Card}",
            Answers: new Dictionary<string, string>(Desk.Answers) { ["alreadyTried"] = $"Compte {Account}" }))).Value;
        var problem = await Post(api, $"/api/v1/referrals/{draft}/send", new { }, (await desk.Read(draft)).Revision);
        Assert.Equal("/problems/sensitive-data", problem.GetProperty("type").GetString());
        Assert.Equal(("expectedOutcome", "PaymentCard"), (problem.GetProperty("field").GetString(), problem.GetProperty("kind").GetString()));
        Assert.Equal(["expectedOutcome", "answers.alreadyTried"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.DoesNotContain("3456", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(ReferralState.Draft, (await desk.Read(draft)).State);
    }

    [Theory]
    [InlineData("Shared")]
    [InlineData("OwnSide")]
    public async Task A_message_of_a_program_is_refused_too(string visibility)
    {
        var id = await counter.Sent();
        using var api = await platform.Api(Agent);
        var problem = await Post(api, $"/api/v1/referrals/{id}/messages", new { text = $"Son NIR : {Nir}", visibility }, null);
        Assert.Equal(("/problems/sensitive-data", "text", "Nir"), (problem.GetProperty("type").GetString(), problem.GetProperty("field").GetString(), problem.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task A_case_holds_none_either()
    {
        var opened = await platform.Send(Mediator, new OpenCase(DemonstrationId.Of("site:valdegour"), BeneficiaryInput.Unknown with { FamilyName = "Essai", GivenName = "Lina" }, $"Compte {Account}", null));
        Assert.Equal(("sensitive-data", "Situation"), (opened.Refusal!.Type, opened.Refusal.Errors[0].Field));
        // Of a case no convention lets anything pass, and none is spoken of.
        var edited = await platform.Send(Mediator, new OpenCase(DemonstrationId.Of("site:valdegour"), BeneficiaryInput.Unknown with { FamilyName = "Essai", GivenName = "Lina" }, $"NIR {Nir}", null));
        Assert.Equal("Sensitive.NirInCase", edited.Refusal!.Errors[0].Message);
    }

    [Fact]
    public async Task A_social_security_number_passes_where_the_convention_lets_it()
    {
        var id = await counter.Sent();
        var refused = await platform.Send(Mediator, new PostMessage(id, $"Son NIR : {Nir}", Visibility.Shared));
        Assert.Equal("sensitive-data", refused.Refusal!.Type);

        // As if it had been sent under a convention that allows it.
        await using var superuser = await platform.Superuser.OpenConnectionAsync(Ct);
        await superuser.Execute("update referrals.referrals set terms = jsonb_set(terms, '{nirAllowed}', 'true') where id = $1", id);
        Assert.Null((await platform.Send(Mediator, new PostMessage(id, $"Son NIR : {Nir}", Visibility.Shared))).Refusal);
        Assert.Equal("sensitive-data", (await platform.Send(Mediator, new PostMessage(id, $"Son NIR : {Nir}, compte {Account}", Visibility.Shared))).Refusal!.Type);
    }

    [Fact]
    public async Task A_search_may_be_for_anything()
    {
        using var mediator = await platform.As(Mediator);
        Assert.Equal(HttpStatusCode.OK, (await mediator.Open($"/cases?q={Uri.EscapeDataString(Account)}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await mediator.Open($"/referrals?q={Uri.EscapeDataString(Nir)}")).Status);
    }

    private static string Value(string[] pair) => pair switch
    {
        ["Input.UnitId", var unit] => DemonstrationId.Of($"unit:{unit}").ToString(),
        ["Input.ResumeOn", _] => WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow()).AddDays(10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => pair[1],
    };

    private static async Task<JsonElement> Post(HttpClient api, string address, object body, int? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var answer = await api.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}
