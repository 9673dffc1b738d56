using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Referrals.Contracts;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>On a platform whose clock moves on, with a mail server.</summary>
public sealed class GatherDigestsTests : IAsyncLifetime
{
    private const string Sandrine = "sandrine.lopez@energie.example";
    private const string Mehdi = "mehdi.bouzid@energie.example";
    private readonly MovedClock clock = new();
    private readonly FakeMailServer server = new();
    private Platform platform = null!;

    public async ValueTask InitializeAsync()
    {
        platform = await Platform.Start(new()
        {
            Clock = clock,
            Settings = new() { ["Smtp:Host"] = "127.0.0.1", ["Smtp:Port"] = $"{server.Port}", ["Smtp:Security"] = "None", ["Smtp:PublicAddress"] = "https://pimms.example/" },
        });
        // The demonstration's own news are told first, and are not what is looked at here.
        await using var database = await platform.Superuser.OpenConnectionAsync();
        await Patience.Until(async () => await database.Value<long>("select count(*) from referrals.outbox where settled_at is null") == 0, seconds: 20);
        await database.Execute("delete from users.mails");
        server.Received.Clear();
    }

    [Fact]
    public async Task Sends_one_mail_in_the_morning_however_many_hosts_look_and_none_to_whoever_wants_none()
    {
        await Choose("agent.energie", MailDelivery.Daily);
        await Choose("agent2.energie", MailDelivery.None);
        ReferralMoved[] news = [await Happens("Send"), await Happens("ProvideInformation")];
        await Run();
        Assert.Empty(To(Sandrine));

        var morning = UntilBeforeMorning();
        await Run();
        Assert.Empty(To(Sandrine));
        clock.Advance(TimeSpan.FromMinutes(1));
        await Run();
        var text = Assert.Single(To(Sandrine)).Text;
        Assert.All(news, one => Assert.Contains(one.Number, text, StringComparison.Ordinal));
        Assert.Contains("nouvelle demande pour votre service\n", text, StringComparison.Ordinal);
        Assert.Equal("https://pimms.example/", Assert.Single(text.Split((char[]?)null), word => word.StartsWith("http", StringComparison.Ordinal)));
        Assert.Empty(To(Mehdi));

        // What comes during the day waits for the next morning with everything else; a morning without news brings nothing.
        await Happens("Reopen");
        clock.Advance(TimeSpan.FromHours(2));
        await Run();
        Assert.Single(To(Sandrine));
        for (var mornings = 2; mornings <= 3; mornings++)
        {
            Assert.True(UntilBeforeMorning() > morning);
            clock.Advance(TimeSpan.FromMinutes(1));
            await Run();
            Assert.Equal(2, To(Sandrine).Count);
        }

        using var admin = await platform.As("admin");
        Assert.Contains("Pimms\u00a0: 2 nouveautés", (await admin.Open("/mails")).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_what_waited_at_once_when_one_wants_it_so_and_never_what_was_not_wanted()
    {
        await Choose("agent.energie", MailDelivery.Daily);
        await Choose("agent2.energie", MailDelivery.None);
        await Happens("Send");
        clock.Advance(TimeSpan.FromMinutes(1));
        await Choose("agent.energie", MailDelivery.AtOnce);
        await Choose("agent2.energie", MailDelivery.AtOnce);
        await Run();
        Assert.Contains("nouvelle demande", Assert.Single(To(Sandrine)).Subject, StringComparison.Ordinal);
        Assert.Empty(To(Mehdi));

        await Happens("Send");
        await Run();
        Assert.Equal((2, 1), (To(Sandrine).Count, To(Mehdi).Count));
    }

    [Fact]
    public async Task Sends_it_later_when_the_server_does_not_take_it()
    {
        await Choose("agent.energie", MailDelivery.Daily);
        await Happens("Send");
        server.Refuses = true;
        UntilBeforeMorning();
        clock.Advance(TimeSpan.FromMinutes(1));
        await Run();
        Assert.Empty(To(Sandrine));
        server.Refuses = false;
        clock.Advance(TimeSpan.FromHours(2));
        await Run();
        Assert.Single(To(Sandrine));
    }

    private async Task Choose(string userName, MailDelivery delivery)
    {
        var version = (await platform.Send(userName, new ChosenMails())).Value.Version;
        Assert.Null((await platform.Send(userName, new ChooseMails { Version = version, Delivery = delivery })).Refusal);
    }

    private async Task<ReferralMoved> Happens(string move)
    {
        var happened = NotifyOfReferralTests.Happened(move, null) with { At = clock.GetUtcNow() };
        await SendMailsTests.React(platform, happened);
        return happened;
    }

    /// <summary>To 7:29 in Paris of the next working day.</summary>
    private DateTimeOffset UntilBeforeMorning()
    {
        var day = WorkingCalendar.France.Add(WorkingCalendar.DayOf(clock.GetUtcNow()), 1);
        clock.MoveTo(WorkingCalendar.EndOf(day.AddDays(-1)).AddHours(7).AddMinutes(29));
        return clock.GetUtcNow();
    }

    /// <summary>As many hosts as one likes, all at once; the platform's own schedule is one more, and what it has claimed it may still be sending.</summary>
    private async Task Run()
    {
        for (var patience = 200; ; patience--)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Work(new GatherDigests())));
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Work(new SendMails())));
            var open = await platform.Ask("select kind, deliver from users.mails where sent_at is null and ((deliver = 'AtOnce' and next_try_at <= $1) or (deliver = 'Daily' and digest_id is null and created_at < $2))",
                clock.GetUtcNow(), DigestTime.Today(clock.GetUtcNow()) ?? DateTimeOffset.UnixEpoch);
            if (open.Count == 0)
                return;
            Assert.True(patience > 0, $"Still open: {string.Join(", ", open)}");
            await Task.Delay(100);
        }
    }

    private Task<bool> Work(IRequest<Result> work) => platform.Within(CurrentUser.System("tests"), async services => (await services.GetRequiredService<IMediator>().Send(work)).Refusal is null);

    private List<(string Subject, string Text)> To(string address) =>
        [.. server.Received.Select(Letterbox.Read).Where(mail => mail.To.Mailboxes.Any(to => to.Address == address)).Select(mail => (mail.Subject ?? "", (mail.TextBody ?? "").ReplaceLineEndings("\n")))];

    public async ValueTask DisposeAsync()
    {
        await platform.DisposeAsync();
        server.Dispose();
    }
}
