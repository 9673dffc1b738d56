using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.IntegrationTests;

public sealed class OperationsTests
{
    [Fact]
    public async Task Shows_what_was_set_aside_and_sends_it_again()
    {
        await using var platform = await Platform.Start(new());
        await using var database = await platform.Superuser.OpenConnectionAsync();
        var message = await SetAside(database, NotifyOfReferralTests.Happened("Send", null));
        using var admin = await platform.As("admin");

        var page = await admin.Open("/operations");
        Assert.Contains("referrals.referral-moved", page.Text, StringComparison.Ordinal);
        Assert.Contains("À regarder", page.Text, StringComparison.Ordinal);
        var after = await page.Submit(form: $"form:has(input[value='{message}'])");

        Assert.Contains("C’est relancé", after.Text, StringComparison.Ordinal);
        await Patience.Until(() => database.Value<bool>("select settled_at is not null and dead_at is null from referrals.outbox where id = $1", message), seconds: 30);
        Assert.Equal(1, await database.Value<long>("select count(*) from users.inbox where message_id = $1 and reaction = 'users.notify-of-referral'", message));
        Assert.Equal(1, await database.Value<long>("select count(*) from journal.entries where act = 'ReplayMessages' and $1 = any(subjects) and is_change", message));
        Assert.Contains("Aucun message mis de côté", (await admin.Open("/operations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_reaction_failed_and_how_without_repeating_anybody_s_words()
    {
        await using var platform = await Platform.Start(new());
        await using var database = await platform.Superuser.OpenConnectionAsync();
        // A message that no reaction can read.
        var message = Guid.CreateVersion7();
        await database.Execute("insert into referrals.outbox (id, name, body, created_at, attempts, next_try_at) values ($1, 'referrals.referral-moved', '{\"at\": \"Fatima\"}', now(), 0, now())", message);
        await Patience.Until(() => database.Value<bool>("select error is not null from referrals.outbox where id = $1", message), seconds: 30);
        Assert.Equal("users.notify-of-referral: JsonException", await database.Value<string>("select error from referrals.outbox where id = $1", message));
    }

    [Fact]
    public async Task Does_not_exist_for_anybody_else()
    {
        await using var platform = await Platform.Start(new());
        using var lead = await platform.As("lead.valdegour");
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.Open("/operations")).Status);
        using var nobody = platform.Nobody();
        Assert.StartsWith("/realms/", (await nobody.Open("/operations")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgets_what_has_served_and_keeps_what_is_still_owed()
    {
        await using var platform = await Platform.Start(new());
        await using var database = await platform.Superuser.OpenConnectionAsync();
        var owed = await SetAside(database, NotifyOfReferralTests.Happened("Send", null), "31 days");
        await database.Execute("""
            insert into users.inbox values ($1, 'tests.owed', now() - interval '31 days');
            """, owed);
        await database.Execute("""
            insert into referrals.outbox (id, name, body, created_at, attempts, next_try_at, settled_at)
              values (gen_random_uuid(), 'tests.old', '{}', now(), 1, now(), now() - interval '31 days'), (gen_random_uuid(), 'tests.recent', '{}', now(), 1, now(), now() - interval '29 days');
            insert into users.inbox values (gen_random_uuid(), 'tests.old', now() - interval '31 days'), (gen_random_uuid(), 'tests.recent', now() - interval '29 days');
            insert into platform.once (user_id, key, fingerprint, created_at) values (gen_random_uuid(), 'old', '', now() - interval '8 days'), (gen_random_uuid(), 'recent', '', now() - interval '6 days');
            insert into platform.sessions (id, subject, ticket, created_at, seen_at, expires_at) values ('old', 's', '', now(), now(), now() - interval '1 minute'), ('recent', 's', '', now(), now(), now() + interval '1 hour');
            """);

        var purge = CurrentUser.System("tests");
        var done = await platform.Within(purge, services => services.GetRequiredService<MediatR.IMediator>().Send(new PurgePlumbing()));

        Assert.Null(done.Refusal);
        Assert.Equal(["tests.recent"], await database.Rows("select name from referrals.outbox where name like 'tests.%'"));
        Assert.Equal(["tests.owed", "tests.recent"], await database.Rows("select reaction from users.inbox where reaction like 'tests.%' order by 1"));
        Assert.Equal(["recent"], await database.Rows("select key from platform.once where key in ('old', 'recent')"));
        Assert.Equal(["recent"], await database.Rows("select id from platform.sessions where id in ('old', 'recent')"));
        Assert.Equal(1, await database.Value<long>("select count(*) from referrals.outbox where id = $1", owed));
    }

    private static async Task<Guid> SetAside(NpgsqlConnection database, Pimms.Referrals.Contracts.ReferralMoved happened, string age = "1 hour")
    {
        var message = Guid.CreateVersion7();
        await database.Execute("insert into referrals.outbox (id, name, body, created_at, attempts, next_try_at, dead_at) values ($1, 'referrals.referral-moved', $2::jsonb, now() - $3::interval, 15, now(), now())",
            message, System.Text.Json.JsonSerializer.Serialize(happened, IntegrationEvents.Json), age);
        return message;
    }
}
