using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Conventions;
using Pimms.Partners;
using Pimms.Referrals;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>Every read of a case or referral and every change of one leaves an entry: what there is to read and to do is derived, not listed.</summary>
public sealed class JournalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_command_that_changes_a_case_or_referral_leaves_an_entry_with_who_when_what_and_from_where()
    {
        var clock = new MovedClock();
        await using var platform = await Platform.Start(new() { Clock = clock, Connections = Platform.FewestConnections });
        var seen = new HashSet<string>();
        await new Story(platform, async (who, act, subject) =>
        {
            seen.Add(act);
            var user = await Personas.Of(platform.Services, who);
            var entries = await platform.Ask("select chain, source, at = $4 from journal.entries where user_id = $1 and act = $2 and $3 = any(subjects) and is_change", user.Id.ToString(), act, subject, clock.GetUtcNow());
            Assert.Contains($"{user.JournalChain}|host|True", entries);
            clock.Advance(TimeSpan.FromSeconds(1));
        }).Tell();

        // What happens by itself is journaled under the work's name.
        clock.Advance(TimeSpan.FromDays(61));
        foreach (var work in (IRequest<Result>[])[new ExpireReferrals(), new AutoCloseReferrals(), new ResumeHeldReferrals()])
        {
            var done = await platform.Within(CurrentUser.System("tests"), services => services.GetRequiredService<IMediator>().Send(work));
            Assert.Null(done.Refusal);
            // The host's own schedule, whose clock went on too, may have claimed the rows first: its entry comes with its commit.
            await Journaled(platform, work.GetType().Name);
            seen.Add(work.GetType().Name);
        }

        Assert.Empty(Commands().Except(seen));
    }

    private static async Task Journaled(Platform platform, string act)
    {
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while ((await platform.Ask("select 1 from journal.entries where act = $1 and is_change and chain = 'system'", act)).Count == 0)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(20), $"{act} left no entry.");
            await Task.Delay(50);
        }
    }

    [Fact]
    public async Task Every_page_and_endpoint_that_shows_a_case_or_referral_leaves_an_entry()
    {
        await using var matrix = new Matrix();
        await matrix.Prepare();
        var markers = await Markers.Of(matrix.Platform);
        var unjournaled = new List<string>();
        var checkedRoutes = 0;
        foreach (var route in matrix.Guarded.Where(route => route.Method == "GET" && route.Parameters.All(parameter => matrix.Subjects.ValueOf(parameter) is not null)))
        {
            foreach (var visitor in (string[])["lead.valdegour", "agent2.energie", "admin"])
            {
                var user = await Personas.Of(matrix.Platform.Services, visitor);
                var before = await Entries(matrix.Platform, user);
                var answer = await matrix.AskAgain(route, visitor);
                if ((int)answer.Status >= 300 || !(Names(route) || Markers.In(answer.Source, markers.ContentOf(user)).Any()))
                    continue;
                checkedRoutes++;
                if (await Entries(matrix.Platform, user) <= before)
                    unjournaled.Add($"{answer}");
            }
        }
        Assert.Empty(unjournaled);
        Assert.True(checkedRoutes > 10, $"Only {checkedRoutes} answers showed a case or referral.");

        // As queries: none shows a case or referral without a place in the journal.
        var acts = await matrix.Platform.Ask("select distinct act from journal.entries where not is_change");
        Assert.Contains("ReadReferral", acts);
        Assert.Contains("ReadCase", acts);

        // And nobody's content is in it.
        var journal = string.Join('\n', await matrix.Platform.Ask("select chain, user_id, act, kind, array_to_string(subjects, ','), source from journal.entries"));
        Assert.NotEmpty(journal);
        Assert.Empty(Markers.In(journal, markers.Content));
        Assert.Empty(Markers.In(journal, await matrix.Platform.Ask("select unnest(array[beneficiary_family_name, beneficiary_given_name, beneficiary_phone, beneficiary_email, beneficiary_address]) from referrals.cases except select unnest(array[null, ''])")));
        var acceptable = new System.Text.RegularExpressions.Regex(@"^(association|system|(site|partner):[0-9a-f-]{36})\|([0-9a-f-]{36}|[a-z.-]+)\|[\w.-]+\|[a-z-]+\|[0-9a-f,-]*\|(page|api) [0-9a-f.:]+$|^(association|system|(site|partner):[0-9a-f-]{36})\|([0-9a-f-]{36}|[a-z.-]+)\|[\w.-]+\|[a-z-]+\|[0-9a-f,-]*\|host$");
        Assert.All(journal.Split('\n'), line => Assert.Matches(acceptable, line));
    }

    [Fact]
    public async Task What_administrators_change_leaves_an_entry_too()
    {
        await using var platform = await Platform.Start(new());
        var admin = await Personas.Of(platform.Services, "admin");
        var agent = await Personas.Of(platform.Services, "agent2.energie");
        await Do(new DeactivatePerson(agent.Id, await VersionOf("users.people", agent.Id)), "person", agent.Id);
        var unit = DemonstrationId.Of("unit:energie-solidarite");
        await Do(new WriteInstructions(unit, await VersionOf("partners.units", unit), "Joindre la facture."), "partner-unit", unit);
        var convention = Guid.Parse((await platform.Ask("select id from conventions.conventions where state = 'Active' limit 1"))[0]);
        await Do(new SuspendConvention { Id = convention, Version = await VersionOf("conventions.conventions", convention), Reason = "Le temps d'une mise au point." }, "convention", convention);

        async Task Do<T>(IRequest<T> command, string kind, Guid id) where T : IOutcome
        {
            var done = await platform.Within("admin", services => services.GetRequiredService<IMediator>().Send(command));
            Assert.Null(done.Refusal);
            Assert.Equal([$"association|{kind}"], await platform.Ask("select distinct chain, kind from journal.entries where user_id = $1 and act = $2 and $3 = any(subjects) and is_change", admin.Id.ToString(), command.GetType().Name, id));
        }

        async Task<uint> VersionOf(string table, Guid id) => uint.Parse((await platform.Ask($"select xmin from {table} where id = $1", id))[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_journal_holds_while_people_write_it_and_verify_it()
    {
        await using var platform = await Platform.Start(new());
        using var client = await platform.Api("mediator.valdegour");
        var reading = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var n = 0; n < 50; n++)
                (await client.GetAsync(new Uri("/api/v1/cases", UriKind.Relative), Ct)).EnsureSuccessStatusCode();
        }));
        do
        {
            var (code, output) = await HostProcess.Run(platform.Database, "verify-journal");
            Assert.True(code == 0, output);
        }
        while (!reading.IsCompleted);
        await reading;
        Assert.True(long.Parse((await platform.Ask("select count(*) from journal.entries where act = 'Cases'")).Single(), System.Globalization.CultureInfo.InvariantCulture) >= 200);
    }

    [Fact]
    public async Task What_cannot_be_journaled_is_not_shown_and_those_who_come_later_are_served()
    {
        await using var platform = await Platform.Start(new());
        using var agent = await platform.As("agent.energie");
        var title = (await agent.Open("/referrals")).Document.QuerySelector("a.row-title")!.TextContent;
        await platform.Ask("alter function journal.append rename to append_gone");
        var refused = await agent.Open("/referrals");
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, refused.Status);
        Assert.DoesNotContain(title, refused.Text, StringComparison.Ordinal);

        await platform.Ask("alter function journal.append_gone rename to append");
        Assert.Contains(title, (await agent.Open("/referrals")).Text, StringComparison.Ordinal);
    }

    private static bool Names(Route route) => route.Parameters.Any(parameter => parameter is "cases/{id}" or "referrals/{id}");

    private static async Task<long> Entries(Platform platform, CurrentUser user) =>
        long.Parse((await platform.Ask("select count(*) from journal.entries where user_id = $1 and not is_change", user.Id.ToString())).Single(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The commands of the module that keeps cases and referrals: what answers with nothing, or with the id of what it made.</summary>
    private static IEnumerable<string> Commands() =>
        from type in typeof(ReferralsModule).Assembly.GetTypes()
        where type.IsAssignableTo(typeof(IRequest<Result>)) || type.IsAssignableTo(typeof(IRequest<Result<Guid>>))
        select type.Name;
}
