using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pimms.Kernel;

/// <summary>Work that is due by itself, again and again.</summary>
/// <param name="Name">Stands in the journal as who did it.</param>
/// <param name="Interval">How often it looks.</param>
/// <param name="Request">Makes the command; it claims its rows with <c>skip locked</c>, so that any number of hosts may look at once.</param>
public sealed record Schedule(string Name, TimeSpan Interval, Func<IRequest<Result>> Request);

/// <summary>Declares schedules.</summary>
public static class ScheduleExtensions
{
    /// <summary>Sends a command of the module at an interval, as background work.</summary>
    public static void Every(this ModuleBuilder builder, TimeSpan interval, string name, Func<IRequest<Result>> request) =>
        builder.Services.AddSingleton(new Schedule(name, interval, request));
}

internal sealed class Scheduler(IEnumerable<Schedule> schedules, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Scheduler> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(schedules.Select(schedule => Run(schedule, stoppingToken)));

    private async Task Run(Schedule schedule, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(schedule.Interval, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Caller>().User = CurrentUser.System(schedule.Name);
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(schedule.Request(), ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                logger.LogError(failure, "{Schedule} failed; it is tried again in {Interval}", schedule.Name, schedule.Interval);
            }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }
}
