using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Pimms.UnitTests;

public sealed class SchedulerTests
{
    /// <summary>A time-out of what it asks looks like a wish to stop: only the host's own wish is one.</summary>
    [Fact]
    public async Task Goes_on_after_a_time_out()
    {
        var tries = 0;
        var thrice = new TaskCompletionSource();
        var schedule = new Schedule("tests", TimeSpan.FromMilliseconds(10), () =>
        {
            if (++tries == 3)
                thrice.SetResult();
            throw new TaskCanceledException("The request was canceled due to the configured timeout.", new TimeoutException());
        });
        await using var services = new ServiceCollection().AddScoped<Caller>().AddTransient<ServiceFactory>(scope => scope.GetService!).AddTransient<IMediator, Mediator>().BuildServiceProvider();
        using var scheduler = new Scheduler([schedule], services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, NullLogger<Scheduler>.Instance);

        await scheduler.StartAsync(TestContext.Current.CancellationToken);
        await thrice.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await scheduler.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(scheduler.ExecuteTask!.IsCompleted);
    }
}
