using Microsoft.Extensions.DependencyInjection;

namespace Pimms.IntegrationTests;

/// <summary>Questions asked together, outside any transaction but their own.</summary>
public sealed class AskTests(Platform platform)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_that_forgot_its_filter_is_answered_with_ones_own_rows_only()
    {
        var agent = await Personas.Of(platform.Services, "agent.eau");
        var (units, cases) = await Within(agent, async session =>
        {
            await using var answers = await session.Ask([$"select distinct visible_to_unit from referrals.referrals", $"select count(*) from referrals.cases"], Ct);
            var units = new List<Guid>();
            while (await answers.ReadAsync(Ct))
                units.Add(answers.GetGuid(0));
            await answers.NextResultAsync(Ct);
            await answers.ReadAsync(Ct);
            return (units, answers.GetInt64(0));
        });
        Assert.NotEmpty(units);
        Assert.All(units, unit => Assert.Contains(unit, agent.UnitIds));
        Assert.Equal(0, cases);
    }

    [Fact]
    public async Task Who_asked_is_forgotten_with_the_answers()
    {
        var agent = await Personas.Of(platform.Services, "agent.eau");
        var left = await Within(agent, async session =>
        {
            await Number(session, $"select count(*) from referrals.referrals");
            // The same connection, and nobody told it anything.
            return await session.Connection.Value<string>("select concat(current_user = session_user, current_setting('pimms.partner_id', true), current_setting('pimms.unit_ids', true), current_setting('pimms.user_id', true))");
        });
        Assert.Equal("t", left);
    }

    [Fact]
    public async Task Within_a_transaction_what_it_did_is_seen_and_it_goes_on()
    {
        var id = await new Counter(platform).Sent();
        var agent = await Personas.Of(platform.Services, "agent.energie");
        var (before, after) = await Within(agent, async session =>
        {
            var connection = await session.Start(Ct);
            await connection.Execute("update referrals.referrals set hold_reason = 'seen by nobody else' where id = $1", id);
            var seen = await Number(session, $"select count(*) from referrals.referrals where id = {id} and hold_reason = {"seen by nobody else"}");
            await session.Tell(CurrentUser.System("tests"), Ct);
            return (seen, await connection.Value<long>("select count(*) from referrals.referrals where id = $1 and hold_reason = 'seen by nobody else'", id));
        });
        Assert.Equal((1, 1), (before, after));
        Assert.Equal("0", (await platform.Ask("select count(*) from referrals.referrals where id = $1 and hold_reason = 'seen by nobody else'", id)).Single());
    }

    [Fact]
    public async Task A_question_that_fails_leaves_the_scope_able_to_ask_again()
    {
        var agent = await Personas.Of(platform.Services, "agent.eau");
        Assert.True(await Within(agent, async session =>
        {
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Number(session, $"select count(*) from referrals.nowhere"));
            return await Number(session, $"select count(*) from referrals.referrals") > 0;
        }));
    }

    [Fact]
    public async Task The_eyes_of_background_work_are_for_one_look()
    {
        var agent = await Personas.Of(platform.Services, "agent.eau");
        var (all, own) = await Within(agent, async session =>
            (await session.LookAsWorker(() => Number(session, $"select count(distinct visible_to_unit) from referrals.referrals"), Ct), await Number(session, $"select count(distinct visible_to_unit) from referrals.referrals")));
        Assert.InRange(own, 1, agent.UnitIds.Length);
        Assert.True(all > own, $"{all} units seen as background work, {own} after it.");
    }

    [Fact]
    public async Task Nobody_goes_on_with_eyes_that_a_failed_look_left()
    {
        var agent = await Personas.Of(platform.Services, "agent.eau");
        Assert.True(await Within(agent, async session =>
        {
            await Assert.ThrowsAsync<RefusedException>(() => session.LookAsWorker<long>(() => throw new RefusedException(Refusal.NotFound), Ct));
            await Assert.ThrowsAsync<InvalidOperationException>(() => Number(session, $"select count(*) from referrals.referrals"));
            return true;
        }));
    }

    [Fact]
    public async Task Nothing_is_asked_for_nobody()
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DatabaseSession>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.Ask([$"select 1"], Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.Start(Ct));
    }

    private static async Task<long> Number(DatabaseSession session, Sql question)
    {
        await using var answer = await session.Ask([question], Ct);
        await answer.ReadAsync(Ct);
        return answer.GetInt64(0);
    }

    /// <summary>Begun and never committed.</summary>
    private Task<T> Within<T>(CurrentUser user, Func<DatabaseSession, Task<T>> work) => platform.Within(user, async services =>
    {
        var session = services.GetRequiredService<DatabaseSession>();
        await using var begun = await session.Begin(user, Ct);
        return await work(session);
    });
}
