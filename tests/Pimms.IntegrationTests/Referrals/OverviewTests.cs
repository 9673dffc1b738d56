using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class OverviewTests(Platform platform)
{
    [Fact]
    public async Task Shows_an_administrator_numbers_states_and_partners_and_nothing_that_was_written()
    {
        using var admin = await platform.As("admin");
        var page = await admin.Open("/overview");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var sent = await platform.Ask("select number from referrals.referrals where state <> 'Draft' order by id desc limit 5");
        Assert.All(sent, number => Assert.Contains(number, page.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(await platform.Ask("select number from referrals.referrals where state = 'Draft'"), number => page.Text.Contains(number, StringComparison.Ordinal));
        Assert.Empty(Markers.In(page.Source, (await Markers.Of(platform)).Content));
        Assert.DoesNotContain("/referrals/", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Narrows_to_a_partner_a_state_and_what_is_late()
    {
        var partner = DemonstrationId.Of("partner:energie");
        var ofPartner = (await platform.Send("admin", new Overview { PartnerId = partner })).Value.Rows;
        Assert.Equal((await platform.Ask("select number from referrals.referrals where partner_id = $1 and state <> 'Draft' order by id desc limit 50", partner)), ofPartner.Select(row => row.Number));

        var answered = (await platform.Send("admin", new Overview { State = ReferralState.Answered })).Value.Rows;
        Assert.NotEmpty(answered);
        Assert.All(answered, row => Assert.Equal(ReferralState.Answered, row.State));

        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        var late = (await platform.Send("admin", new Overview { Late = true })).Value.Rows;
        Assert.NotEmpty(late);
        Assert.All(late, row => Assert.True(DueFacts.Of(row).RunningDueOn < today || row.AnswerDueOn < today, row.Number));
    }

    [Fact]
    public async Task Is_journaled_like_any_other_reading()
    {
        var admin = await Personas.Of(platform.Services, "admin");
        Task<List<string>> Entries() => platform.Ask("select seq, array_to_string(subjects, ',') from journal.entries where act = 'Overview' and user_id = $1", admin.Id.ToString());
        var before = await Entries();
        var rows = (await platform.Send("admin", new Overview { State = ReferralState.Closed })).Value.Rows;
        Assert.Contains((await Entries()).Except(before), entry => entry.EndsWith($"|{string.Join(',', rows.Select(row => row.Id))}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lead.valdegour")]
    [InlineData("manager.energie")]
    public async Task Is_not_for_anybody_else(string who)
    {
        using var visitor = await platform.As(who);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open("/overview")).Status);
        Assert.Empty((await platform.Send(who, new Overview())).Value.Rows);
    }

    [Fact]
    public async Task Sends_the_anonymous_visitor_to_sign_in()
    {
        using var nobody = platform.Nobody();
        Assert.StartsWith("/realms/", (await nobody.Open("/overview")).Address.AbsolutePath, StringComparison.Ordinal);
    }
}
