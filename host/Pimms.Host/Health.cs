using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the database answers, and no message was set aside; an administrator is told more.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        var open = new OpenToAllAttribute("A load balancer has no account.");
        var read = new HttpMethodMetadata([HttpMethods.Get]);
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(open, read);
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write }).WithMetadata(open, read);
    }

    private static Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        // What waits and what failed is for those who run the platform: anybody else learns whether it is ready.
        var details = context.RequestServices.GetRequiredService<Caller>().User.Role == Role.Administrator
            ? report.Entries.Select(entry => $"{entry.Key}: {entry.Value.Status} {entry.Value.Description}")
            : [];
        return context.Response.WriteAsync(string.Join('\n', details.Prepend(report.Status.ToString())));
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
