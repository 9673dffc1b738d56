using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.IntegrationTests;

/// <summary>
/// A statement that fails is its own request's affair: whoever comes next on the same connection is answered. Statements differ from round to
/// round, since each is prepared when it comes again, and it is then that a failure leaves something behind.
/// </summary>
public sealed class FailingStatementsTests
{
    private const int Rounds = 1000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_request_fails_for_the_statement_of_another()
    {
        await using var platform = await Platform.Start(new() { Connections = 4 });
        var user = CurrentUser.Anonymous with { Name = "agent", Side = Side.Partner, Role = Role.PartnerAgent, UnitIds = [DemonstrationId.Of("unit:energie-solidarite")] };
        var harmed = new ConcurrentQueue<string>();
        for (var round = 0; round < Rounds && harmed.Count < 20; round++)
        {
            await Task.WhenAll(
                Fail(platform, user, round, harmed), Read(platform, user, round, inTransaction: false, harmed),
                Read(platform, user, round, inTransaction: true, harmed), ReadBeside(platform, round, harmed));
        }

        Assert.True(harmed.IsEmpty, $"Harmed {harmed.Count} times:\n{string.Join('\n', harmed.Distinct().Take(20))}");
    }

    /// <summary>Fails in one of the ways there are: when values are bound, while it runs, when it is parsed; alone in a transaction or among other questions.</summary>
    private static async Task Fail(Platform platform, CurrentUser user, int round, ConcurrentQueue<string> harmed)
    {
        var number = Number(round);
        Sql question = (round % 3) switch
        {
            0 => $"select count(*) from referrals.referrals where number = {"\0"} and {number} = {number}",
            1 => $"select {1} / count(*) from referrals.referrals where false and {number} = {number}",
            _ => $"select nothing from referrals.referrals where {number} = {number}",
        };
        var expected = (round % 3) switch
        {
            0 => PostgresErrorCodes.CharacterNotInRepertoire,
            1 => PostgresErrorCodes.DivisionByZero,
            _ => PostgresErrorCodes.UndefinedColumn,
        };
        try
        {
            await Ask(platform, user, round % 2 == 0, question, $"select {1} where {number} = {number}");
            harmed.Enqueue("What must fail did not.");
        }
        catch (PostgresException failure) when (failure.SqlState == expected)
        {
            // Its own failure.
        }
        catch (Exception other)
        {
            harmed.Enqueue($"Fails in another way: {other.GetType().Name} {other.Message}");
        }
    }

    private static async Task Read(Platform platform, CurrentUser user, int round, bool inTransaction, ConcurrentQueue<string> harmed)
    {
        try
        {
            var number = Number(round);
            await Ask(platform, user, inTransaction, $"select count(*) from referrals.referrals where number <> {"x"} and {number} = {number}", $"select count(*) from referrals.referrals where {number} < {5000}");
        }
        catch (Exception failure)
        {
            harmed.Enqueue($"{failure.GetType().Name} {failure.Message}");
        }
    }

    /// <summary>What the host asks beside a request's own transaction.</summary>
    private static async Task ReadBeside(Platform platform, int round, ConcurrentQueue<string> harmed)
    {
        var sessions = platform.Services.GetRequiredService<Sessions>();
        try
        {
            if (round % 2 == 0)
                await Assert.ThrowsAsync<PostgresException>(() => sessions.Owner("\0", Ct));
            else
                Assert.Null(await sessions.Owner($"{round}", Ct));
        }
        catch (Exception failure)
        {
            harmed.Enqueue($"beside: {failure.GetType().Name} {failure.Message}");
        }
    }

    // Each comes in four rounds running, so that it is prepared in some.
    private static Sql Number(int round) => Sql.Words($"{round / 4}");

    private static Task<bool> Ask(Platform platform, CurrentUser user, bool inTransaction, params Sql[] questions) => platform.Within(user, async services =>
    {
        var session = services.GetRequiredService<DatabaseSession>();
        await using var work = await session.Begin(user, Ct);
        if (inTransaction)
            await session.Start(Ct);
        await using (var answers = await session.Ask(questions, Ct))
        {
            do
            {
                while (await answers.ReadAsync(Ct))
                    answers.GetValue(0);
            }
            while (await answers.NextResultAsync(Ct));
        }
        await work.Commit(Ct);
        return true;
    });
}
