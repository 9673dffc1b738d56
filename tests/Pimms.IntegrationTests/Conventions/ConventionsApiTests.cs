using System.Net;

namespace Pimms.IntegrationTests;

public sealed class ConventionsApiTests(Platform platform)
{
    private readonly Agreements agreements = new(platform);

    [Fact]
    public async Task Writes_signs_suspends_resumes_prolongs_and_ends()
    {
        var convention = await agreements.Draft();
        Assert.Equal("Draft", convention.State);
        convention = await convention.Do("activate", Agreements.Signature);
        Assert.Equal(("Active", "Hélène Castan"), (convention.State, convention.Json.GetProperty("signatories")[0].GetProperty("name").GetString()));
        convention = await (await convention.Do("suspend", new { reason = "Travaux." })).Do("resume");
        convention = await convention.Do("prolong", new { reason = "Le conseil vote en mars.", endsOn = Agreements.Today.AddDays(330) });
        Assert.Equal("Prolonged", convention.State);
        convention = await convention.Do("terminate", new { reason = "D’un commun accord.", endsOn = Agreements.Today });
        Assert.Equal(["Drafted", "Activated", "Suspended", "Resumed", "Prolonged", "Terminated"], convention.History);
        Assert.Equal("Ended", convention.State);
    }

    [Fact]
    public async Task Computes_the_last_day_of_notice_and_the_next_term()
    {
        var convention = await agreements.Draft(change: body => (body["startsOn"], body["endsOn"], body["renewal"]) = ("2027-01-01", "2027-12-31", new { months = 12, noticeMonths = 3 }));
        Assert.Equal(("2027-09-30", "2028-12-31"), (convention.Text("noticeBy"), convention.Text("nextTermEndsOn")));
        Assert.Equal(12, convention.Json.GetProperty("renewal").GetProperty("months").GetInt32());
    }

    [Fact]
    public async Task Keeps_the_cap_the_contribution_and_the_referents()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        var convention = await agreements.Active(partner, procedure, body =>
        {
            body["procedures"] = new[] { Agreements.Promise(procedure, cap: 12) };
            body["contribution"] = new { yearlyAmount = 6000, instalments = new[] { new { dueOn = "2027-03-31", amount = 3000 }, new { dueOn = "2027-09-30", amount = 3000 } } };
            body["referents"] = new { association = DemonstrationId.Of("person:admin") };
        });
        convention = await convention.Do("contributions", new { amount = 3000, receivedOn = Agreements.Today, note = "Virement" });
        Assert.Equal(12, convention.Json.GetProperty("procedures")[0].GetProperty("monthlyCap").GetInt32());
        Assert.Equal((6000m, 3000m), (convention.Json.GetProperty("contribution").GetProperty("yearlyAmount").GetDecimal(), convention.Json.GetProperty("received").GetDecimal()));
        Assert.Equal(DemonstrationId.Of("person:admin"), convention.Json.GetProperty("referents").GetProperty("association").GetGuid());
    }

    public static TheoryData<string, object?, string> Wrong => new()
    {
        { "endsOn", "2020-01-01", "endsOn" },
        { "communes", new[] { "3018" }, "communes" },
        { "retentionMonths", 37, "retentionMonths" },
        { "renewal", new { months = 12, noticeMonths = 13 }, "renewal.noticeMonths" },
        { "renewal", new { months = 12 }, "renewal.noticeMonths" },
        { "procedures", Array.Empty<object>(), "procedures" },
        { "contribution", new { yearlyAmount = 100, instalments = new[] { new { dueOn = "2027-03-31", amount = 60 } } }, "contribution.instalments" },
        { "referents", new { association = Guid.Empty }, "referents.association" },
        { "referents", new { partner = DemonstrationId.Of("person:admin") }, "referents.partner" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Refuses_at_the_field(string field, object? value, string at) => Assert.Equal([at], await FieldsRefused((body, _) => body[field] = value));

    [Theory]
    [InlineData(2, 0, "procedures[0].answerWithinDays")]
    [InlineData(2, 500, "procedures[0].answerWithinDays")]
    [InlineData(0, 10, "procedures[0].acknowledgeWithinDays")]
    [InlineData(2, null, "procedures[0].answerWithinDays")]
    public async Task Refuses_a_promise_at_its_path(int? acknowledge, int? answer, string at) =>
        Assert.Equal([at], await FieldsRefused((body, procedure) => body["procedures"] = new[] { Agreements.Promise(procedure, acknowledge, answer) }));

    [Fact]
    public async Task Refuses_a_cap_of_none_and_a_procedure_of_somebody_else()
    {
        Assert.Equal(["procedures[0].monthlyCap"], await FieldsRefused((body, procedure) => body["procedures"] = new[] { Agreements.Promise(procedure, cap: 0) }));
        Assert.Equal(["procedures[1].procedureId"], await FieldsRefused((body, procedure) =>
            body["procedures"] = new[] { Agreements.Promise(procedure), Agreements.Promise(DemonstrationId.Of("procedure:energie-etalement")) }));
    }

    [Fact]
    public async Task Asks_for_the_version_and_refuses_an_old_one()
    {
        var convention = await agreements.Draft();
        using var without = await agreements.Send(HttpMethod.Post, $"/api/v1/conventions/{convention.Id}/activate", Agreements.Signature, null);
        Assert.Equal(HttpStatusCode.PreconditionRequired, without.StatusCode);
        await convention.Do("activate", Agreements.Signature);
        using var stale = await convention.Try("suspend", new { reason = "x" });
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
    }

    [Fact]
    public async Task A_move_that_the_state_does_not_allow_says_from_where()
    {
        using var answer = await (await agreements.Draft()).Try("suspend", new { reason = "x" });
        Assert.Equal((HttpStatusCode.Conflict, "Draft"), (answer.StatusCode, (await answer.Problem()).GetProperty("from").GetString()));
    }

    [Theory]
    [InlineData("manager.energie", HttpStatusCode.NotFound)]
    [InlineData("mediator.valdegour", HttpStatusCode.Forbidden)]
    [InlineData("lead.valdegour", HttpStatusCode.OK)]
    public async Task Is_there_for_those_who_may_read_it(string userName, HttpStatusCode expected)
    {
        var convention = await agreements.Active();
        using var answer = await agreements.Send(HttpMethod.Get, $"/api/v1/conventions/{convention.Id}", null, null, userName);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("manager.energie")]
    [InlineData("agent.energie")]
    public async Task A_partner_reads_its_own_and_changes_nothing(string userName)
    {
        var id = DemonstrationId.Of("convention:energie");
        using var read = await agreements.Send(HttpMethod.Get, $"/api/v1/conventions/{id}", null, null, userName);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using var change = await agreements.Send(HttpMethod.Post, $"/api/v1/conventions/{id}/suspend", new { reason = "x" }, (await read.Problem()).GetProperty("version").GetString(), userName);
        Assert.Equal(HttpStatusCode.Forbidden, change.StatusCode);
    }

    [Fact]
    public async Task A_draft_does_not_exist_for_its_partner()
    {
        var id = DemonstrationId.Of("convention:metropole");
        var agent = (await Personas.Of(platform.Services, "agent.ville")) with { PartnerId = DemonstrationId.Of("partner:metropole") };
        Assert.Equal(0L, await platform.Straight(agent, connection => connection.Value<long>("select count(*) from conventions.conventions where id = $1", id)));
        Assert.Equal(0L, await platform.Straight(agent, connection => connection.Value<long>("select count(*) from conventions.terms where convention_id = $1", id)));
    }

    private async Task<IEnumerable<string>> FieldsRefused(Action<Dictionary<string, object?>, Guid> change)
    {
        var (partner, _, procedure) = await platform.NewPartner();
        var body = Agreements.Body(partner, procedure);
        change(body, procedure);
        using var answer = await agreements.Send(HttpMethod.Post, "/api/v1/conventions", body, null);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return await answer.Fields();
    }
}
