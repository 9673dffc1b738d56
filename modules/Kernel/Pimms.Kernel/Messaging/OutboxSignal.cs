using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>Wakes the dispatcher of this host.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);

    public void Wake()
    {
        try
        {
            semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is already going to wake.
        }
    }

    public void Dispose() => semaphore.Dispose();

    public Task Wait(TimeSpan atMost, CancellationToken ct) => semaphore.WaitAsync(atMost, ct);
}

/// <summary>Listens to what any host commits; when it cannot, polling does the work.</summary>
internal sealed class OutboxListener(NpgsqlDataSource source, OutboxSignal signal, ILogger<OutboxListener> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(stoppingToken);
                connection.Notification += (_, _) => signal.Wake();
                await using var listen = new NpgsqlCommand("listen pimms_outbox", connection);
                await listen.ExecuteNonQueryAsync(stoppingToken);
                while (true)
                    await connection.WaitAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(failure, "Not listening to the database; trying again");
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
            }
        }
    }
}
