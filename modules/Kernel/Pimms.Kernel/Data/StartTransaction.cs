using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pimms.Kernel;

/// <summary>Starts the scope's transaction when a module's context asks the database for the first time: see <see cref="DatabaseSession.Start"/>.</summary>
internal sealed class StartTransaction : DbCommandInterceptor
{
    public static StartTransaction Interceptor { get; } = new();

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await Start(eventData.Context, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await Start(eventData.Context, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await Start(eventData.Context, cancellationToken);
        return result;
    }

    // A context that serves no scope is the owner's, and migrates.
    private static Task Start(DbContext? context, CancellationToken ct) => (context as ModuleDbContext)?.Scope?.Start(ct) ?? Task.CompletedTask;
}
