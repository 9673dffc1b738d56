using System.Net;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>A found receipt opens by no number of guesses; whoever guesses is noticed and leaves little behind.</summary>
public sealed class ReceiptFailuresTests(FollowPlatform own) : IClassFixture<FollowPlatform>, IAsyncLifetime
{
    private static readonly Guid Case = DemonstrationId.Of("case:1");
    private readonly Platform platform = own.Platform;
    private string code = "";
    private DateOnly born;

    public async ValueTask InitializeAsync()
    {
        await platform.Ask("delete from referrals.follow_tries");
        (code, born) = await Issue();
    }

    [Fact]
    public async Task A_code_ends_after_twenty_wrong_dates_however_far_apart_and_the_mediator_is_told()
    {
        await Fail(19);
        Assert.NotNull((await Try(born)).Standings);
        await Fail(1);
        own.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Null((await Try(born)).Standings);
        Assert.Equal(["20|False"], await platform.Ask("select failures, closed_at is null from referrals.receipts where case_id = $1", Case));

        var view = (await platform.Send("mediator.valdegour", new ReadCase(Case))).Value;
        Assert.NotNull(view.CodeEndedAt);
        using var mediator = await platform.As("mediator.valdegour");
        Assert.Contains("Le code du reçu ne fonctionne plus", (await mediator.Open($"/cases/{Case}")).Text, StringComparison.Ordinal);
        await Patience.Until(async () => (await platform.Ask("select count(*) from users.mails where kind = 'ReceiptCodeEnded' and number = $1 and person_id = $2", view.Case.Number, view.Case.MediatorId)).Single() == "1", seconds: 30);

        (code, born) = await Issue();
        Assert.NotNull((await Try(born)).Standings);
        Assert.Null((await platform.Send("mediator.valdegour", new ReadCase(Case))).Value.CodeEndedAt);
    }

    [Fact]
    public async Task Tries_in_vain_are_journaled()
    {
        const string Count = "select count(*) from journal.entries where act = 'FollowCaseInVain' and chain = 'system' and user_id = 'nobody'";
        var before = int.Parse((await platform.Ask(Count)).Single(), System.Globalization.CultureInfo.InvariantCulture);
        await Fail(2);
        await Sent(new FollowCase(ReceiptCode.New(), born, IPAddress.Parse("203.0.113.9")));
        Assert.Equal([$"{before + 3}"], await platform.Ask(Count));
    }

    [Fact]
    public async Task An_address_that_has_to_wait_adds_no_row()
    {
        var from = IPAddress.Parse("203.0.113.77");
        for (var attempt = 0; attempt < FollowTries.Most; attempt++)
            await Sent(new FollowCase(ReceiptCode.New(), born, from));
        var before = (await platform.Ask("select count(*) from referrals.follow_tries")).Single();
        for (var attempt = 0; attempt < 20; attempt++)
            Assert.True((await Sent(new FollowCase(ReceiptCode.New(), born, from))).Value.MustWait);
        Assert.Equal([before], await platform.Ask("select count(*) from referrals.follow_tries"));
    }

    [Fact]
    public async Task However_many_addresses_try_the_table_is_bounded()
    {
        await platform.Ask("insert into referrals.follow_tries select sha256(n::text::bytea), 1, $1 from generate_series(1, $2) n", own.Clock.GetUtcNow().UtcDateTime, FollowTries.MostSubjects);
        for (var attempt = 0; attempt < 8; attempt++)
            await Sent(new FollowCase(ReceiptCode.New(), born, IPAddress.Parse($"198.51.100.{attempt}")));
        Assert.Equal([$"{FollowTries.MostSubjects + 1}"], await platform.Ask("select count(*) from referrals.follow_tries"));
    }

    /// <summary>Never so many that the code or the address has to wait.</summary>
    private async Task Fail(int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            if (attempt % 5 == 0)
                own.Clock.Advance(FollowTries.Wait + TimeSpan.FromMinutes(1));
            var followed = await Try(born.AddDays(1 + attempt));
            Assert.Equal((null, false), (followed.Standings, followed.MustWait));
        }
        own.Clock.Advance(FollowTries.Wait + TimeSpan.FromMinutes(1));
    }

    private async Task<Followed> Try(DateOnly date) => (await Sent(new FollowCase(code, date, IPAddress.Loopback))).Value;

    private Task<Result<Followed>> Sent(FollowCase query) =>
        platform.Within(CurrentUser.Anonymous, services => services.GetRequiredService<IMediator>().Send(query));

    private async Task<(string Code, DateOnly Born)> Issue()
    {
        var issued = await platform.Send("mediator.valdegour", new IssueReceipt(Case));
        var receipt = (await platform.Send("mediator.valdegour", new ReadReceipt(Case, issued.Value))).Value;
        return (receipt.Code!, receipt.Case.Beneficiary.BirthDate!.Value);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
