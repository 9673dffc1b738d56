using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the database answers, and no message was set aside.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        var open = new OpenToAllAttribute("A load balancer has no account.");
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(open);
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write }).WithMetadata(open);
    }

    private static Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(string.Join('\n', report.Entries.Select(entry => $"{entry.Key}: {entry.Value.Status} {entry.Value.Description}").Prepend(report.Status.ToString())));
    }
}

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseHealth(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException failure)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", failure);
        }
    }
}

/// <summary>Whether messages were given up; the host goes on, a person should look.</summary>
internal sealed class OutboxHealth(OutboxState outbox) : IHealthCheck
{
    /// <summary>In the report's data: how many messages wait.</summary>
    public const string Waiting = "waiting";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (waiting, dead) = await outbox.Count(cancellationToken);
        var data = new Dictionary<string, object> { [Waiting] = waiting };
        return dead == 0 ? HealthCheckResult.Healthy($"{waiting} waiting", data) : HealthCheckResult.Degraded($"{dead} given up, {waiting} waiting", data: data);
    }
}
