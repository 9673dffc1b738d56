using Microsoft.Extensions.DependencyInjection;
using Pimms.Referrals;
using Pimms.Referrals.Contracts;

namespace Pimms.IntegrationTests;

/// <summary>On a platform of its own: hundreds of referrals that nobody else should meet.</summary>
public sealed class ReferralStatisticsTests(Platform platform) : IClassFixture<Platform>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Counts_what_a_slow_and_obvious_model_counts(int seed)
    {
        var now = TimeProvider.System.GetUtcNow();
        var flow = new RandomFlow(seed, now, 150);
        await Save(flow);
        var today = WorkingCalendar.DayOf(now);
        var (from, to) = (today.AddDays(-180), today.AddDays(-10));
        var models = flow.Flows.Select(one => (Flow: one, Model: new FlowModel(one, today))).Where(one => one.Model.SentOn >= from && one.Model.SentOn <= to).ToList();
        Assert.InRange(models.Count, 50, 150);

        var counted = await Ask("admin", statistics => statistics.OfConvention(flow.ConventionId, from, to, Ct));
        Assert.Equal(models.Count, counted.Sent);
        Same(models.ConvertAll(one => one.Model), counted.Acknowledgement, counted.Answer);
        foreach (var part in counted.Procedures)
            Same([.. models.Where(one => one.Flow.Referral.To.ProcedureId == part.ProcedureId).Select(one => one.Model)], part.Acknowledgement, part.Answer);
        Assert.Equal(models.Count, counted.Procedures.Sum(part => part.Sent));
        Assert.Equal(models.GroupBy(one => (one.Model.SentOn.Year, one.Model.SentOn.Month, one.Flow.Referral.To.ProcedureId)).Count(), counted.Months.Count);
        Assert.Equal(models.Count, counted.Months.Sum(month => month.Sent));
        Assert.Equal(Taken(models.Select(one => one.Model.ElapsedDays)), counted.Elapsed);
        Assert.Equal(new TimeOwed(models.Sum(one => one.Model.Owed["Partner"]), models.Sum(one => one.Model.Owed["Association"]), models.Sum(one => one.Model.Owed["Beneficiary"]), models.Sum(one => one.Model.Owed["ThirdParty"])), counted.Owed);
        Assert.All(counted.Endings, ending => Assert.Equal((ending.Code, models.Count(one => one.Model.Ending == ending.Code)), (ending.Code, ending.Count)));
        Assert.Equal(models.Count, counted.Endings.Sum(ending => ending.Count));
        var decisions = models.Select(one => one.Flow.Referral.Decision).OfType<PartnerDecision>().ToList();
        Assert.All(counted.Outcomes, count => Assert.Equal((count.Code, decisions.Count(decision => decision.Outcome?.ToString() == count.Code)), (count.Code, count.Count)));
        Assert.All(counted.Declines, count => Assert.Equal((count.Code, decisions.Count(decision => decision.DeclineReason?.ToString() == count.Code)), (count.Code, count.Count)));
        Assert.Equal((decisions.Sum(decision => decision.Amount ?? 0), decisions.Count(decision => decision.Amount is not null)), (counted.Euros, counted.WithAmount));
    }

    [Fact]
    public async Task Counts_nothing_under_a_convention_that_nothing_was_sent_under()
    {
        var counted = await Ask("admin", statistics => statistics.OfConvention(Guid.NewGuid(), new(2026, 1, 1), new(2026, 12, 31), Ct));
        Assert.Equal((0, 0, 0m), (counted.Sent, counted.Answer.Judged, counted.Euros));
        Assert.Null(counted.Answer.Days.Median);
    }

    [Fact]
    public async Task Leaves_the_reader_within_its_own_bounds_afterwards()
    {
        var flow = new RandomFlow(9, TimeProvider.System.GetUtcNow(), 10);
        await Save(flow);
        var seen = await platform.Within("admin", async services =>
        {
            await using var work = await services.GetRequiredService<DatabaseSession>().Begin(await Personas.Of(services, "admin"), Ct);
            var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
            Assert.NotEqual(0, (await services.GetRequiredService<IReferralStatistics>().OfConvention(flow.ConventionId, today.AddDays(-300), today, Ct)).Sent);
            return await (await services.GetRequiredService<DatabaseSession>().Start(Ct)).Value<long>("select count(*) from referrals.events");
        });
        Assert.Equal(0, seen);
    }

    private static void Same(List<FlowModel> models, PromiseKept acknowledgement, PromiseKept answer)
    {
        Assert.Equal(new PromiseKept(models.Count(one => one.AcknowledgedInTime is not null), models.Count(one => one.AcknowledgedInTime == true), Taken(models.Select(one => one.AcknowledgeDays))), acknowledgement);
        Assert.Equal(new PromiseKept(models.Count(one => one.AnsweredInTime is not null), models.Count(one => one.AnsweredInTime == true), Taken(models.Select(one => one.AnswerDays))), answer);
    }

    /// <summary>The middle and the ninth tenth, by counting up to them.</summary>
    private static DaysTaken Taken(IEnumerable<int?> days)
    {
        int[] sorted = [.. days.OfType<int>().Order()];
        decimal? At(decimal share) => sorted.Length == 0 ? null
            : sorted[(int)(share * (sorted.Length - 1))] * (1 - share * (sorted.Length - 1) % 1) + sorted[Math.Min((int)(share * (sorted.Length - 1)) + 1, sorted.Length - 1)] * (share * (sorted.Length - 1) % 1);
        return new(sorted.Length, At(0.5m), At(0.9m));
    }

    private Task<int> Save(RandomFlow flow) => platform.Within(CurrentUser.System("tests"), async services =>
    {
        await using var work = await services.GetRequiredService<DatabaseSession>().Begin(CurrentUser.System("tests"), Ct);
        var db = services.GetRequiredService<ReferralsDbContext>();
        db.AddRange(flow.Flows.Select(one => one.Case));
        db.AddRange(flow.Flows.Select(one => one.Referral));
        var saved = await db.SaveChangesAsync(Ct);
        await work.Commit(Ct);
        return saved;
    });

    private Task<T> Ask<T>(string userName, Func<IReferralStatistics, Task<T>> ask) => platform.Within(userName, async services =>
    {
        await using var work = await services.GetRequiredService<DatabaseSession>().Begin(await Personas.Of(services, userName), Ct);
        return await ask(services.GetRequiredService<IReferralStatistics>());
    });
}
