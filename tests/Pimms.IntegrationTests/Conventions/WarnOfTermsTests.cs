using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Conventions;

namespace Pimms.IntegrationTests;

/// <summary>Two hosts on one database, a third after a restart, and a clock that goes through the months.</summary>
public sealed class WarnOfTermsTests
{
    private const string Given = "select kind || ' ' || days_before from conventions.term_alerts where convention_id = $1 order by at, kind, days_before";
    private const string Mailed = "select kind || ' ' || (day - (happened_at at time zone 'Europe/Paris')::date) from users.mails where convention_id = $1 and person_id = $2 order by happened_at, kind";

    [Fact]
    public async Task Tells_once_at_each_distance_whoever_looks_and_however_often_and_after_a_restart()
    {
        var clock = new MovedClock();
        await using var one = await Platform.Start(new() { Clock = clock });
        Guid ending, renewing;
        await using (var other = await Platform.Start(Beside(one, clock)))
        {
            (ending, renewing) = (await Sign(one, 125, null), await Sign(one, 215, 3));
            for (var day = 0; day < 60; day++)
            {
                clock.Advance(TimeSpan.FromDays(1));
                await Look(one, other);
            }
        }
        await using var again = await Platform.Start(Beside(one, clock));
        for (var day = 60; day < 124; day++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            await Look(again, one);
        }

        Assert.Equal(["End 120", "End 90", "End 30"], await one.Ask(Given, ending));
        Assert.Equal(["ConventionEnd 120", "ConventionEnd 90", "ConventionEnd 30"], await Read(one, clock, ending, 3));
        // Notice is due three months before the end of the term, which is still far.
        Assert.Equal(["Notice 120", "Notice 30", "Notice 90", "Renewal 120"], (await one.Ask(Given, renewing)).Order(StringComparer.Ordinal));
        Assert.Equal(["ConventionNotice 120", "ConventionNotice 30", "ConventionNotice 90", "ConventionRenewal 120"], (await Read(one, clock, renewing, 4)).Order(StringComparer.Ordinal));
    }

    /// <summary>What the administrator is mailed of a convention, once so many have arrived and no message is under way any more.</summary>
    private static async Task<List<string>> Read(Platform platform, MovedClock clock, Guid convention, int expected)
    {
        for (var tries = 0; tries < 120; tries++)
        {
            var mails = await platform.Ask(Mailed, convention, DemonstrationId.Of("person:admin"));
            if (mails.Count >= expected && (await platform.Ask("select id from conventions.outbox where settled_at is null")).Count == 0)
                return mails;
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(250);
        }
        return await platform.Ask(Mailed, convention, DemonstrationId.Of("person:admin"));
    }

    [Fact]
    public async Task Tells_the_nearest_alone_when_nobody_looked_for_long_and_nothing_of_what_is_over()
    {
        var clock = new MovedClock();
        await using var platform = await Platform.Start(new() { Clock = clock });
        var late = await Sign(platform, 25, null);
        await Look(platform, platform);
        Assert.Equal(["End 30"], await platform.Ask(Given, late));
        Assert.DoesNotContain(DemonstrationId.Of("convention:region").ToString(), await platform.Ask("select convention_id from conventions.term_alerts"));
    }

    [Fact]
    public async Task Names_ids_dates_and_codes_and_the_referents()
    {
        var clock = new MovedClock();
        await using var platform = await Platform.Start(new() { Clock = clock });
        var ending = await Sign(platform, 80, null);
        await Look(platform, platform);
        var body = (await platform.Ask("select body from conventions.outbox where name = 'conventions.term-near' and body->>'conventionId' = $1", $"{ending}")).Single();
        Assert.All(["\"kind\": \"End\"", "\"daysLeft\": 80", "\"referentIds\": []", "\"reference\": \"2027-014\""], part => Assert.Contains(part, body, StringComparison.Ordinal));
    }

    /// <summary>Both hosts at once, each of them several times at once.</summary>
    private static async Task Look(params Platform[] hosts) => await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() =>
        hosts[number % hosts.Length].Within(CurrentUser.System("warn-of-terms"), async services =>
        {
            var done = await services.GetRequiredService<IMediator>().Send(new WarnOfTerms());
            Assert.Null(done.Refusal);
            return done;
        }))));

    private static Platform Beside(Platform first, MovedClock clock) => new()
    {
        Clock = clock,
        Settings = { ["ConnectionStrings:Pimms"] = first.Database.AppConnection, ["ConnectionStrings:PimmsOwner"] = first.Database.OwnerConnection },
    };

    /// <summary>Signed and in force, with so many days left, perhaps renewed by a year unless notice is given so many months before.</summary>
    private static async Task<Guid> Sign(Platform platform, int days, int? noticeMonths) => (await new Agreements(platform).Active(change: body =>
    {
        body["endsOn"] = Agreements.Today.AddDays(days);
        body["renewal"] = noticeMonths is { } months ? new { months = 12, noticeMonths = months } : null;
    })).Id;
}
