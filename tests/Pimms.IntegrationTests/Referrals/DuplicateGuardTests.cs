using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class DuplicateGuardTests(Platform platform)
{
    // All are called Lina here: one birth date for each test.
    private readonly DateOnly born = new DateOnly(1930, 1, 1).AddDays(Random.Shared.Next(30_000));
    private readonly Desk valdegour = new(platform);
    private readonly Desk pissevin = new(platform, "mediator.pissevin", "pissevin");

    [Fact]
    public async Task Tells_the_site_and_the_day_and_nothing_more()
    {
        var (id, draft) = await TheSame("Zitouni-Ferrand", "Ferrand Zitouni");
        var sent = await valdegour.Read(id);
        using var mediator = await platform.As("mediator.pissevin");
        var check = await mediator.Open($"/referrals/{draft}/check");
        Assert.Contains("Site Valdegour, envoyée le", check.Text, StringComparison.Ordinal);
        Assert.All([id.ToString(), sent.Number, sent.CaseId.ToString(), "Lina", sent.MediatorName], secret => Assert.DoesNotContain(secret, check.Document.QuerySelector(".notice")!.OuterHtml, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await mediator.Open($"/referrals/{id}")).Status);
    }

    [Fact]
    public async Task Refuses_until_a_reason_is_given_and_keeps_it_on_ones_own_side()
    {
        var (_, draft) = await TheSame("Quilici", "QUILICI");
        using var mediator = await platform.As("mediator.pissevin");
        var refused = await (await mediator.Open($"/referrals/{draft}/check")).Submit();
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("#Input_DuplicateReason", refused.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal(ReferralState.Draft, (await pissevin.Read(draft)).State);

        await refused.Submit([("Input.DuplicateReason", "Un autre logement, un autre compteur")]);
        Assert.Equal(ReferralState.Sent, (await pissevin.Read(draft)).State);
        Assert.Contains("un autre compteur", (await mediator.Open($"/referrals/{draft}")).Text, StringComparison.Ordinal);
        using var agent = await platform.As("agent.energie");
        Assert.DoesNotContain("un autre compteur", (await agent.Open($"/referrals/{draft}")).Source, StringComparison.Ordinal);
        Assert.Equal(0, await platform.Straight(await Personas.Of(platform.Services, "agent.energie"), connection => connection.Value<long>("select count(*) from referrals.events where kind = 'Duplicate'")));
    }

    [Fact]
    public async Task Leads_to_the_other_request_on_ones_own_site()
    {
        var (id, draft) = await TheSame("Ottaviani", "Ottaviani", valdegour);
        using var mediator = await platform.As("mediator.valdegour");
        Assert.Contains($"/referrals/{id}", (await mediator.Open($"/referrals/{draft}/check")).Links);
    }

    [Fact]
    public async Task Says_nothing_of_a_request_that_is_over_or_for_something_else()
    {
        var (id, draft) = await TheSame("Paoli", "Paoli");
        await new Counter(platform).Do("mediator.valdegour", id, version => new WithdrawReferral(id, version, WithdrawReason.SolvedOtherwise, null));
        Assert.Empty((await platform.Send("mediator.pissevin", new FindOpenRequests(draft))).Value);

        var (_, same) = await TheSame("Casanova", "Casanova");
        var other = await pissevin.Draft((await pissevin.Read(same)).CaseId, procedure: "energie-titulaire", complete: false);
        Assert.Single((await platform.Send("mediator.pissevin", new FindOpenRequests(same))).Value);
        Assert.Empty((await platform.Send("mediator.pissevin", new FindOpenRequests(other))).Value);
    }

    [Fact]
    public async Task Of_two_sites_that_send_at_once_the_second_is_told()
    {
        var (one, other) = (await Ready(valdegour, "Simultanet", born), await Ready(pissevin, "Simultanet", born));
        var answers = await Task.WhenAll(
            platform.Send("mediator.valdegour", new SendReferral(one, (uint)(await valdegour.Read(one)).Revision)),
            platform.Send("mediator.pissevin", new SendReferral(other, (uint)(await pissevin.Read(other)).Revision)));
        Assert.Equal(["", "duplicate-open"], answers.Select(answer => answer.Refusal?.Type ?? "").Order());
    }

    [Fact]
    public async Task Only_warns_where_it_may_be_somebody_else()
    {
        var its = await valdegour.OpenCase("Sansdate");
        await valdegour.Consent(its, "energie");
        await valdegour.Sent(its);
        var draft = await Ready(pissevin, "Sansdate", null);
        using var mediator = await platform.As("mediator.pissevin");
        var check = await mediator.Open($"/referrals/{draft}/check");
        Assert.Contains("peut-être la même personne", check.Text, StringComparison.Ordinal);
        await check.Submit();
        Assert.Equal(ReferralState.Sent, (await pissevin.Read(draft)).State);
    }

    [Fact]
    public async Task The_look_over_the_sites_leaves_the_reader_where_it_was()
    {
        var (_, draft) = await TheSame("Retour", "Retour");
        var user = await Personas.Of(platform.Services, "mediator.pissevin");
        var (role, foreign) = await platform.Within(user, async services =>
        {
            var session = (DatabaseSession)services.GetService(typeof(DatabaseSession))!;
            await using var work = await session.Begin(user, CancellationToken.None);
            var mediator = (MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!;
            Assert.NotEmpty((await mediator.Send(new FindOpenRequests(draft))).Value);
            var connection = await session.Start(CancellationToken.None);
            return (await connection.Value<string>("select current_user"), await connection.Value<long>("select count(*) from referrals.referrals where not (site_id = any($1))", user.SiteIds.ToArray()));
        });
        Assert.Equal(DatabaseRoles.Application, role);
        Assert.Equal(0, foreign);
    }

    /// <summary>One sent at Valdegour, and the same as a draft at Pissevin.</summary>
    private async Task<(Guid Sent, Guid Draft)> TheSame(string name, string otherName, Desk? second = null)
    {
        var its = await valdegour.OpenCase(name, born);
        await valdegour.Consent(its, "energie");
        return (await valdegour.Sent(its), await Ready(second ?? pissevin, otherName, born));
    }

    private async Task<Guid> Ready(Desk desk, string name, DateOnly? born)
    {
        var its = await desk.OpenCase(name, born);
        await desk.Consent(its, "energie");
        return await desk.Draft(its);
    }
}
