using System.Net.Http.Json;
using System.Text.Json;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class MonthlyCapTests(Platform platform)
{
    private readonly Agreements agreements = new(platform);
    private readonly Asking asking = new(platform);

    [Fact]
    public async Task The_last_place_of_the_month_is_given_once()
    {
        var (partner, procedure) = await Capped(3);
        string[] mediators = ["mediator.valdegour", "mediator.pissevin"];
        var drafts = new List<(string Mediator, Guid Id)>();
        foreach (var number in Enumerable.Range(0, 8))
            drafts.Add((mediators[number % 2], await asking.Draft(mediators[number % 2], partner, procedure)));

        var answers = await Task.WhenAll(drafts.Select(draft => platform.Send(draft.Mediator, new SendReferral(draft.Id, 0))));

        Assert.Equal(3, answers.Count(answer => answer.Refusal is null));
        Assert.All(answers.Where(answer => answer.Refusal is not null), answer => Assert.Equal(("channel-closed", "CapReached"), (answer.Refusal!.Type, $"{answer.Refusal.Facts["reason"]}")));
        Assert.Equal(["3"], await platform.Ask("select count(*) from referrals.referrals where procedure_id = $1 and state = 'Sent'", procedure));
        Assert.Equal(["3"], await platform.Ask("select count from referrals.sent_counts where procedure_id = $1", procedure));
    }

    [Fact]
    public async Task Mediators_are_told_before_they_type_and_when_it_opens_again()
    {
        var (partner, procedure) = await Capped(1);
        var draft = await asking.Draft("mediator.valdegour", partner, procedure);
        Assert.True(await IsOpen(partner, procedure));
        Assert.Null((await platform.Send("mediator.valdegour", new SendReferral(draft, 0))).Refusal);
        Assert.False(await IsOpen(partner, procedure));

        using var mediator = await platform.As("mediator.pissevin");
        var its = await new Desk(platform, "mediator.pissevin", "pissevin").OpenCase();
        var page = await mediator.Open($"/cases/{its}/referrals/new");
        Assert.Contains("Le nombre d'orientations prévu pour ce mois est atteint.", page.Text.Replace('’', '\''), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_takes_no_place()
    {
        var (partner, procedure) = await Capped(1);
        var its = await new Desk(platform).OpenCase();
        var draft = await asking.Start("mediator.valdegour", its, partner, procedure);
        Assert.Equal("consent-missing", (await platform.Send("mediator.valdegour", new SendReferral(draft, 0))).Refusal!.Type);
        Assert.Empty(await platform.Ask("select count from referrals.sent_counts where procedure_id = $1", procedure));
    }

    private async Task<(Guid Partner, Guid Procedure)> Capped(int cap)
    {
        var (partner, _, procedure) = await platform.NewPartner();
        await agreements.Active(partner, procedure, body => body["procedures"] = new[] { Agreements.Promise(procedure, cap: cap) });
        return (partner, procedure);
    }

    private async Task<bool> IsOpen(Guid partner, Guid procedure)
    {
        using var api = await platform.Api("mediator.valdegour");
        var answer = await api.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/channels?partnerId={partner}&procedureId={procedure}", UriKind.Relative), TestContext.Current.CancellationToken);
        var open = answer.GetProperty("open").GetBoolean();
        Assert.Equal(open ? null : "CapReached", answer.GetProperty("reason").GetString());
        return open;
    }
}
