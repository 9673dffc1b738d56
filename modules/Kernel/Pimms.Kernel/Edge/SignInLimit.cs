using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>Counts the sign-ins of an address in the database, minute by minute, so that all hosts together let it begin no more than it may.</summary>
internal sealed class SignInLimit(RequestDelegate next, [FromKeyedServices(ConnectionPools.Beside)] NpgsqlDataSource beside, RateLimitSettings settings)
{
    private static readonly PathString[] Places = [SignInAddresses.SignIn, KeycloakSignIn.CallbackPath];

    public async Task Invoke(HttpContext http)
    {
        if (Places.Contains(http.Request.Path) && await Count(http) > settings.SignIns)
            await RateLimits.Refuse(http, TimeSpan.FromMinutes(1));
        else
            await next(http);
    }

    // The database's clock is one for all hosts. What is older than an hour goes with whoever comes next; addresses stand here as hashes only.
    private async Task<int> Count(HttpContext http)
    {
        var subject = SHA256.HashData(Encoding.UTF8.GetBytes($"sign-in {RateLimits.AddressOf(http)}"));
        await using var batch = beside.AsWorker($"""
            with gone as (delete from platform.tries where minute < now() - interval '1 hour')
            insert into platform.tries (subject, minute, count) values ({subject}, date_trunc('minute', now()), 1)
            on conflict (subject, minute) do update set count = tries.count + 1
            returning count
            """);
        await using var rows = await batch.Rows(http.RequestAborted);
        await rows.ReadAsync(http.RequestAborted);
        return rows.GetInt32(0);
    }
}
