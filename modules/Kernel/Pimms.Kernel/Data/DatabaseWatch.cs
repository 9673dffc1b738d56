using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>
/// Knows whether the database answers. What takes long is not given up for that: a statement may take its time. But while requests wait, the database is asked
/// something that takes none, and when it does not answer that either, they are given up together, and the next are told at once.
/// In real milliseconds: a clock that was set or stopped must not prolong it.
/// </summary>
public sealed class DatabaseWatch : IDisposable
{
    private const long Slow = 500;
    private const int MostThreads = 64;
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(250);

    // In two parts: a host that is short of time itself finds at the end of the first that the answer has long been there.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1_000);
    private static readonly TimeSpan MorePatience = TimeSpan.FromMilliseconds(500);

    private readonly NpgsqlDataSource own;
    private readonly ILogger<DatabaseWatch> logger;
    private readonly ConcurrentDictionary<WatchedRequest, bool> running = [];
    private readonly Lock guard = new();
    private readonly Timer timer;
    private Task? question;
    private int looking;

    /// <summary>One for the host, on a connection of its own.</summary>
    public DatabaseWatch([FromKeyedServices(ConnectionPools.Watch)] NpgsqlDataSource own, ILogger<DatabaseWatch> logger)
    {
        (this.own, this.logger) = (own, logger);
        timer = new Timer(_ => Look(), null, Rhythm, Rhythm);
    }

    /// <summary>It did not answer when it was asked last.</summary>
    public bool IsSilent { get; private set; }

    /// <summary>Whether it answers now; known within a second and a half, and asked once however many want to know.</summary>
    public async Task<bool> Answers()
    {
        var (asked, joined) = Ask();
        var answers = await Answers(asked);
        // What was asked before may have failed of a server that has come back since.
        if (!answers && joined && asked.IsFaulted)
            answers = await Answers(Ask().Asked);
        if (IsSilent == answers)
            logger.Log(answers ? LogLevel.Information : LogLevel.Error, "The database {State}", answers ? "answers again" : "does not answer");
        IsSilent = !answers;
        return answers;
    }

    /// <summary>Watches over a request until it is disposed of.</summary>
    internal WatchedRequest Accompany(CancellationToken asker)
    {
        var request = new WatchedRequest(ended => running.TryRemove(ended, out _), asker);
        running[request] = true;
        return request;
    }

    private (Task Asked, bool Joined) Ask()
    {
        lock (guard)
        {
            if (question is { IsCompleted: false } underWay)
                return (underWay, true);
            return (question = Task.Run(Select), false);
        }
    }

    private static async Task<bool> Answers(Task asked)
    {
        if (await Task.WhenAny(asked, Task.Delay(Patience)) != asked)
            await Task.WhenAny(asked, Task.Delay(MorePatience));
        return asked.IsCompletedSuccessfully;
    }

    private async Task Select()
    {
        try
        {
            await SelectOnce();
        }
        catch (NpgsqlException failure) when (DatabaseOutage.IsDeadConnection(failure))
        {
            await SelectOnce();
        }
    }

    private async Task SelectOnce()
    {
        await using var command = own.CreateCommand("select 1");
        await command.ExecuteScalarAsync();
    }

    private void Look()
    {
        if (running.Any(request => request.Key.HasWaited(Slow)) && Interlocked.Exchange(ref looking, 1) == 0)
            _ = LookCloser();
    }

    private async Task LookCloser()
    {
        try
        {
            if (!await Answers())
                GiveUp(new(running.Keys.Where(request => request.HasWaited(Slow))));
        }
        finally
        {
            Volatile.Write(ref looking, 0);
        }
    }

    /// <summary>On threads of its own, for moments: giving up a statement blocks the one that does it while the server is asked to cancel.</summary>
    private static void GiveUp(ConcurrentQueue<WatchedRequest> requests)
    {
        for (var threads = Math.Min(requests.Count, MostThreads); threads > 0; threads--)
            new Thread(() =>
            {
                while (requests.TryDequeue(out var request))
                    request.GiveUp();
            })
            { IsBackground = true, Name = "giving up on the database" }.Start();
    }

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();
}

/// <summary>One request, which is given up when the database does not answer.</summary>
internal sealed class WatchedRequest(Action<WatchedRequest> ended, CancellationToken asker) : IDisposable
{
    private readonly CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(asker);
    private readonly long since = Environment.TickCount64;

    /// <summary>Cancelled when whoever asked has gone, or when it is given up.</summary>
    public CancellationToken Token => source.Token;

    public bool WasGivenUp { get; private set; }

    public bool HasWaited(long milliseconds) => Environment.TickCount64 - since >= milliseconds;

    public void GiveUp()
    {
        WasGivenUp = true;
        try
        {
            source.Cancel();
        }
        catch (Exception failure) when (failure is ObjectDisposedException or AggregateException)
        {
            // It has ended in this very moment; or what was to stop had stopped.
        }
    }

    public void Dispose()
    {
        ended(this);
        source.Dispose();
    }
}
