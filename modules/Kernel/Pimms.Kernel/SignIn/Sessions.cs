using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>Who is signed in, in the database, so that every host knows and any of them can end it.</summary>
public sealed class Sessions([FromKeyedServices(ConnectionPools.Beside)] NpgsqlDataSource beside, TimeProvider clock)
{
    // However active, after this the person signs in again.
    private static readonly TimeSpan AtMost = TimeSpan.FromHours(10);

    private readonly BriefCache<string, SessionRow> recent = new();

    /// <summary>Ends the sessions that began with one session of the issuer; on other hosts within 2 seconds.</summary>
    public async Task EndIssuerSession(string sid, CancellationToken ct)
    {
        await Execute($"delete from platform.sessions where sid = {sid}", ct);
        recent.ForgetWhere((_, row) => row.Sid == sid);
    }

    /// <summary>Ends all sessions of one person; on other hosts within 2 seconds.</summary>
    /// <param name="subject">The token's <c>sub</c>.</param>
    /// <param name="ct">Cancels the work.</param>
    public async Task EndAll(string subject, CancellationToken ct)
    {
        await Execute($"delete from platform.sessions where subject = {subject}", ct);
        recent.ForgetWhere((_, row) => row.Subject == subject);
    }

    /// <summary>The open sessions of one person, the latest first.</summary>
    /// <param name="subject">The token's <c>sub</c>.</param>
    /// <param name="ct">Cancels the work.</param>
    public async Task<IReadOnlyList<OpenSession>> Of(string subject, CancellationToken ct)
    {
        await using var batch = beside.AsWorker($"select id, sid, created_at, seen_at from platform.sessions where subject = {subject} and expires_at > {clock.GetUtcNow()} order by created_at desc");
        await using var rows = await batch.Rows(ct);
        var open = new List<OpenSession>();
        while (await rows.ReadAsync(ct))
            open.Add(new(rows.GetString(0), rows.GetString(1), rows.GetFieldValue<DateTimeOffset>(2), rows.GetFieldValue<DateTimeOffset>(3)));
        return open;
    }

    internal async Task Add(string id, SessionRow row, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await Execute($"""
            with gone as (delete from platform.sessions where expires_at <= {now - TimeSpan.FromHours(12)})
            insert into platform.sessions (id, subject, sid, ticket, created_at, seen_at, expires_at)
            values ({id}, {row.Subject}, {row.Sid}, {row.Protected}, {now}, {now}, least({row.Expires}, {now + AtMost}))
            on conflict do nothing
            """, ct);
    }

    internal async Task Renew(string id, byte[] ticket, DateTimeOffset expires, CancellationToken ct)
    {
        await Execute($"update platform.sessions set ticket = {ticket}, seen_at = {clock.GetUtcNow()}, expires_at = least({expires}, created_at + {AtMost}) where id = {id}", ct);
        recent.Forget(id);
    }

    internal async Task Remove(string id, CancellationToken ct)
    {
        await Execute($"delete from platform.sessions where id = {id}", ct);
        recent.Forget(id);
    }

    /// <summary>Whose session it is, or was until it ended by itself less than half a day ago.</summary>
    internal async Task<string?> Owner(string id, CancellationToken ct)
    {
        await using var batch = beside.AsWorker($"select subject from platform.sessions where id = {id}");
        await using var rows = await batch.Rows(ct);
        return await rows.ReadAsync(ct) ? rows.GetString(0) : null;
    }

    internal async Task<SessionRow?> Find(string id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (recent.TryGet(id, out var known))
            return known.Expires > now ? known : null;

        await using var batch = beside.AsWorker($"""
            with seen as (update platform.sessions set seen_at = {now} where id = {id} and seen_at < {now - TimeSpan.FromMinutes(1)})
            select subject, sid, ticket, expires_at from platform.sessions where id = {id} and expires_at > {now}
            """);
        await using var rows = await batch.Rows(ct);
        if (!await rows.ReadAsync(ct))
            return null;
        var row = new SessionRow(rows.GetString(0), rows.GetString(1), rows.GetFieldValue<byte[]>(2), rows.GetFieldValue<DateTimeOffset>(3));
        recent.Set(id, row);
        return row;
    }

    private async Task Execute(Sql statement, CancellationToken ct)
    {
        await using var batch = beside.AsWorker(statement);
        await batch.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>One session as kept; the ticket it holds is unprotected once, when it is first asked for.</summary>
internal sealed record SessionRow(string Subject, string Sid, byte[] Protected, DateTimeOffset Expires)
{
    public AuthenticationTicket? Ticket { get; set; }
}
