using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>The pages of the moves and acts, each through its own form.</summary>
public sealed class MovePagesTests(Platform platform)
{
    private const string Agent = "agent.energie";
    private const string Mediator = "mediator.valdegour";
    private readonly Counter counter = new(platform);

    /// <summary>Page, state it is possible in, who may, the state it leads to, what is typed.</summary>
    public static TheoryData<string, string, string, string, string> Works => new()
    {
        { "accept", "Sent", Agent, "Accepted", "" },
        { "request-information", "Sent", Agent, "InformationRequested", "Input.Items[0]=Le relevé;Input.Items[3]=La facture" },
        { "request-information", "Accepted", Agent, "InformationRequested", "Input.Items[1]=Le relevé;Input.Text=Merci" },
        { "provide-information", "InformationRequested", Mediator, "Accepted", "Input.Items[0].Answer=Le voici;Input.Items[1].Answer=Perdue" },
        { "hold", "Accepted", Agent, "OnHold", "Input.Reason=AwaitingDecision;Input.Text=Commission;Input.ResumeOn=+10" },
        { "resume", "OnHold", Agent, "Accepted", "" },
        { "answer", "Sent", Agent, "Answered", "Input.Outcome=InformationGiven;Input.Text=Voici" },
        { "answer", "Accepted", Agent, "Answered", "Input.Outcome=PaymentPlan;Input.Text=Plan;Input.Amount=1 412,80;Input.NextSteps=Payer le 5" },
        { "answer", "OnHold", Agent, "Answered", "Input.Outcome=Upheld;Input.Text=Maintenu" },
        { "decline", "Sent", Agent, "Declined", "Input.Reason=NotCompetent;Input.Text=Voir la ville;Input.SuggestedPartnerId=ville" },
        { "withdraw", "Sent", Mediator, "Withdrawn", "Input.Reason=SolvedOtherwise;Input.Text=Réglé" },
        { "withdraw", "InformationRequested", Mediator, "Withdrawn", "Input.Reason=BeneficiaryGaveUp" },
        { "close", "Answered", Mediator, "Closed", "Input.VerifiedResult=Confirmed;Input.Autonomy=Alone" },
        { "reopen", "Closed", Mediator, "Accepted", "Input.Reason=La coupure revient" },
        { "assign", "Accepted", Agent, "Accepted", "Input.AssigneeId=agent2.energie" },
        { "assign", "Accepted", Agent, "Accepted", "Input.AssigneeId=nobody" },
        { "transfer", "Accepted", Agent, "Accepted", "Input.UnitId=energie-facturation;Input.Text=C'est à vous" },
    };

    [Theory, MemberData(nameof(Works))]
    public async Task Do_what_they_say(string page, string from, string who, string to, string typed)
    {
        var id = await counter.In(from);
        using var visitor = await platform.As(who);
        var form = await visitor.Open($"/referrals/{id}/{page}");
        Assert.NotNull(form.Document.QuerySelector(".what-happens li"));
        var done = await form.Submit(Fields(typed));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.NotNull(done.Document.QuerySelector(".flash"));
        Assert.Equal(to, (await counter.Read(id)).State.ToString());
    }

    /// <summary>Page, state, who, the field that is refused, what is typed and must be kept.</summary>
    public static TheoryData<string, string, string, string, string> Refuses => new()
    {
        { "request-information", "Sent", Agent, "Items", "Input.Text=Un mot à garder" },
        { "provide-information", "InformationRequested", Mediator, "Items_1__Answer", "Input.Items[0].Answer=Un mot à garder" },
        { "hold", "Accepted", Agent, "ResumeOn", "Input.Reason=Other;Input.Text=Un mot à garder" },
        { "hold", "Accepted", Agent, "ResumeOn", "Input.Reason=Other;Input.Text=Un mot à garder;Input.ResumeOn=+61" },
        { "hold", "Accepted", Agent, "Reason", "Input.Text=Un mot à garder;Input.ResumeOn=+10" },
        { "answer", "Accepted", Agent, "Outcome", "Input.Text=Un mot à garder" },
        { "answer", "Accepted", Agent, "Amount", "Input.Outcome=PaymentPlan;Input.Text=Un mot à garder;Input.Amount=beaucoup" },
        { "decline", "Sent", Agent, "Reason", "Input.Text=Un mot à garder" },
        { "withdraw", "Sent", Mediator, "Reason", "Input.Text=Un mot à garder" },
        { "close", "Answered", Mediator, "VerifiedResult", "Input.Text=Un mot à garder" },
        { "reopen", "Closed", Mediator, "Reason", "" },
        { "assign", "Accepted", Agent, "AssigneeId", "Input.AssigneeId=" },
        { "transfer", "Accepted", Agent, "UnitId", "Input.Text=Un mot à garder" },
        { "messages", "Accepted", Agent, "Text", "" },
    };

    [Theory, MemberData(nameof(Refuses))]
    public async Task Refuse_at_the_field_and_keep_what_was_typed(string page, string from, string who, string field, string typed)
    {
        var id = await counter.In(from);
        using var visitor = await platform.As(who);
        var refused = await (await visitor.Open($"/referrals/{id}/{page}")).Submit(Fields(typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector($".error-summary a[href='#Input_{field}']"));
        if (typed.Contains("Un mot", StringComparison.Ordinal))
            Assert.Contains("Un mot à garder", refused.Source, StringComparison.Ordinal);
        Assert.Null(refused.Document.QuerySelector("[data-meanwhile]"));
        Assert.Equal(from, (await counter.Read(id)).State.ToString());
    }

    public static TheoryData<string> OfPartner => ["accept", "request-information", "hold", "resume", "answer", "decline", "assign", "transfer"];

    public static TheoryData<string> OfMediator => ["provide-information", "withdraw", "close", "reopen"];

    [Theory, MemberData(nameof(OfPartner))]
    public async Task Of_the_partner_do_not_exist_for_another_and_are_not_for_mediators(string page) =>
        await Closed(page, HttpStatusCode.NotFound, "agent.eau", HttpStatusCode.Forbidden, Mediator);

    [Theory, MemberData(nameof(OfMediator))]
    public async Task Of_the_mediator_do_not_exist_for_another_site_and_are_not_for_partners(string page) =>
        await Closed(page, HttpStatusCode.NotFound, "mediator.pissevin", HttpStatusCode.Forbidden, Agent);

    [Theory]
    [InlineData("accept", "Accepted", Agent)]
    [InlineData("answer", "Answered", Agent)]
    [InlineData("assign", "Closed", Agent)]
    [InlineData("withdraw", "Answered", Mediator)]
    public async Task Lead_back_and_say_so_when_it_is_no_longer_possible(string page, string state, string who)
    {
        var id = await counter.In(state);
        using var visitor = await platform.As(who);
        var shown = await visitor.Open($"/referrals/{id}/{page}");
        Assert.Equal($"/referrals/{id}", shown.Address.AbsolutePath);
        Assert.Contains("plus possible", shown.Document.QuerySelector(".flash")!.TextContent, StringComparison.Ordinal);
    }

    private async Task Closed(string page, HttpStatusCode stranger, string strangerName, HttpStatusCode otherSide, string otherSideName)
    {
        var address = $"/referrals/{await counter.Sent()}/{page}";
        using var foreign = await platform.As(strangerName);
        using var across = await platform.As(otherSideName);
        using var nobody = platform.Nobody();
        Assert.Equal((stranger, otherSide), ((await foreign.Open(address)).Status, (await across.Open(address)).Status));
        using var sent = await nobody.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    private static IEnumerable<(string, string)> Fields(string typed) => typed.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair switch
    {
        ["Input.ResumeOn", ['+', .. var days]] => WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow()).AddDays(int.Parse(days, System.Globalization.CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["Input.AssigneeId", "nobody"] => Guid.Empty.ToString(),
        ["Input.AssigneeId", { Length: > 0 } person] => DemonstrationId.Of($"person:{person}").ToString(),
        ["Input.UnitId", var unit] => DemonstrationId.Of($"unit:{unit}").ToString(),
        ["Input.SuggestedPartnerId", var partner] => DemonstrationId.Of($"partner:{partner}").ToString(),
        [_, var value] => value,
        _ => "",
    }));
}
