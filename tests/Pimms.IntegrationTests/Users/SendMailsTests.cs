using Microsoft.Extensions.DependencyInjection;
using Pimms.Users;

namespace Pimms.IntegrationTests;

public sealed class SendMailsTests
{
    [Fact]
    public async Task Hands_each_mail_to_the_server_once_and_tries_again_when_it_is_not_taken()
    {
        using var server = new FakeMailServer { Refuses = true };
        await using var platform = await Platform.Start(new()
        {
            Settings = new()
            {
                ["Smtp:Host"] = "127.0.0.1", ["Smtp:Port"] = $"{server.Port}", ["Smtp:Security"] = "None",
                ["Smtp:From"] = "Pimms <ne-pas-repondre@pimms.example>", ["Smtp:PublicAddress"] = "https://pimms.example/",
            },
        });
        await using var database = await platform.Superuser.OpenConnectionAsync();
        var happened = NotifyOfReferralTests.Happened("Send", null);
        await React(platform, happened);
        Task<long> Count(string condition) => database.Value<long>($"select count(*) from users.mails where referral_id = $1 and {condition}", happened.ReferralId);
        List<string> Received() => [.. server.Received.Select(one => one.Replace("=\n", "", StringComparison.Ordinal)).Where(one => one.Contains($"https://pimms.example/referrals/{happened.ReferralId}", StringComparison.Ordinal))];

        while (await Count("attempts = 0") > 0)
            await Send(platform);
        Assert.Empty(server.Received);
        // Two agents, and the mailbox that they share.
        Assert.Equal(3, await Count("sent_at is null and next_try_at > now()"));

        server.Refuses = false;
        await database.Execute("update users.mails set next_try_at = created_at");
        while (await Count("sent_at is null") > 0)
            await Task.WhenAll(Send(platform), Send(platform), Send(platform));
        await Send(platform);
        Assert.Equal(3, Received().Count);
        Assert.Contains("ne-pas-repondre@pimms.example", Assert.Single(Received(), one => one.Contains("sandrine.lopez@energie.example", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    internal static Task<Result> Send(Platform platform) => platform.Within(CurrentUser.System("users.send-mails"), services => services.GetRequiredService<MediatR.IMediator>().Send(new SendMails()));

    internal static Task<bool> React(Platform platform, Pimms.Referrals.Contracts.ReferralMoved happened)
    {
        var work = CurrentUser.System("users.notify-of-referral");
        return platform.Within(work, async services =>
        {
            await using var transaction = await services.GetRequiredService<DatabaseSession>().Begin(work, CancellationToken.None);
            await services.GetRequiredService<NotifyOfReferral>().React(happened, CancellationToken.None);
            await transaction.Commit(CancellationToken.None);
            return true;
        });
    }
}
