using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Pimms.Kernel;

/// <summary>Lets no request wait for a database that does not answer, and none pile up before it.</summary>
internal sealed class DatabaseGuard(RequestDelegate next, DatabaseWatch watch)
{
    public async Task Invoke(HttpContext http)
    {
        // Those who ask how the host fares are told by it.
        if (http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }
        if (watch.IsSilent && !await watch.Answers())
            throw new DatabaseSilentException("The database does not answer.");

        var asker = http.RequestAborted;
        using var watched = watch.Accompany(asker);
        http.RequestAborted = watched.Token;
        try
        {
            await next(http);
        }
        catch (Exception failure) when (watched.WasGivenUp && !asker.IsCancellationRequested)
        {
            throw new DatabaseSilentException("The database did not answer, and the request was given up.", failure);
        }
        finally
        {
            http.RequestAborted = asker;
        }
    }
}

/// <summary>Puts the guard into the pipeline.</summary>
public static class DatabaseGuardExtensions
{
    /// <summary>Before everything that asks the database; within what turns failures into answers.</summary>
    public static IApplicationBuilder UseDatabaseGuard(this IApplicationBuilder app) => app.UseMiddleware<DatabaseGuard>();
}
