using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
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

    /// <summary>A part that does not answer is told of as such, soon: whoever asks decides by it where to send people.</summary>
    public static async Task<HealthCheckResult> Within(Task<HealthCheckResult> check)
    {
        try
        {
            return await check.WaitAsync(TimeSpan.FromMilliseconds(800));
        }
        catch (Exception failure) when (failure is TimeoutException || DatabaseOutage.Is(failure))
        {
            return HealthCheckResult.Unhealthy("It does not answer.", failure);
        }
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
internal sealed class DatabaseHealth(DatabaseWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Health.Within(Check());

    private async Task<HealthCheckResult> Check() =>
        await watch.Answers() ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}

/// <summary>Whether messages were given up; the host goes on, a person should look.</summary>
internal sealed class OutboxHealth(OutboxState outbox, DatabaseWatch watch) : IHealthCheck
{
    /// <summary>In the report's data: how many messages wait.</summary>
    public const string Waiting = "waiting";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Health.Within(Check(cancellationToken));

    private async Task<HealthCheckResult> Check(CancellationToken cancellationToken)
    {
        if (!await watch.Answers())
            return HealthCheckResult.Unhealthy("It lies in the database.");
        var (waiting, dead) = await outbox.Count(cancellationToken);
        var data = new Dictionary<string, object> { [Waiting] = waiting };
        return dead == 0 ? HealthCheckResult.Healthy($"{waiting} waiting", data) : HealthCheckResult.Degraded($"{dead} given up, {waiting} waiting", data: data);
    }
}
