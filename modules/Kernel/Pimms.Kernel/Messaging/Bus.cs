using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Pimms.Kernel;

internal static class Bus
{
    /// <summary>In memory by default; RabbitMQ with quorum queues when <c>RabbitMq:Host</c> is set (a host name, or an <c>amqp://</c> address).</summary>
    public static void AddBus(this IServiceCollection services, IConfiguration configuration)
    {
        var reactions = services.Where(one => one.ServiceType == typeof(ReactionRegistration)).Select(one => (ReactionRegistration)one.ImplementationInstance!).ToList();
        services.AddMassTransit(bus =>
        {
            // It would tell its makers how it is used: nothing leaves this host that the association did not ask for.
            bus.DisableUsageTelemetry();

            // Without it pages and programs are served all the same, and what they say waits in the outbox: no reason to send people elsewhere.
            bus.ConfigureHealthCheckOptions(health => health.MinimalFailureStatus = HealthStatus.Degraded);

            // The types, one by one: scanning an assembly silently skips internal consumers.
            foreach (var reaction in reactions)
                bus.AddConsumer(reaction.Consumer);

            if (configuration["RabbitMq:Host"] is { Length: > 0 } host)
                bus.UsingRabbitMq((context, rabbit) =>
                {
                    rabbit.Host(host.Contains("://", StringComparison.Ordinal) ? new Uri(host) : new Uri($"amqp://{host}"), connection =>
                    {
                        if (configuration["RabbitMq:Username"] is { } user)
                            connection.Username(user);
                        if (configuration["RabbitMq:Password"] is { } password)
                            connection.Password(password);
                    });
                    foreach (var reaction in reactions)
                        rabbit.ReceiveEndpoint(reaction.Name, endpoint =>
                        {
                            endpoint.SetQuorumQueue();
                            Consume(endpoint, context, reaction);
                        });
                });
            else
                bus.UsingInMemory((context, memory) =>
                {
                    foreach (var reaction in reactions)
                        memory.ReceiveEndpoint(reaction.Name, endpoint => Consume(endpoint, context, reaction));
                });
        });
    }

    private static void Consume(IReceiveEndpointConfigurator endpoint, IBusRegistrationContext context, ReactionRegistration reaction)
    {
        endpoint.UseMessageRetry(retry => retry.Intervals(100, 500, 2000));
        endpoint.ConfigureConsumer(context, reaction.Consumer);
    }
}
