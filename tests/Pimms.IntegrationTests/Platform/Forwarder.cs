using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Pimms.IntegrationTests;

/// <summary>
/// A port of this machine behind which another server stands, once it is opened: a service that does not answer yet, that is gone, or that takes what it
/// is told and says nothing.
/// </summary>
internal sealed class Forwarder(string host, int port) : IDisposable
{
    private readonly int own = FreePort();
    private readonly ConcurrentDictionary<TcpClient, bool> open = [];
    private TcpListener? listener;
    private TaskCompletionSource flows = Flowing();

    public Forwarder(Uri target) : this(target.Host, target.Port)
    {
    }

    public string Address => $"http://127.0.0.1:{own}";

    public int Port => own;

    /// <summary>How many talk to it.</summary>
    public int Connections => open.Count / 2;

    public void Open()
    {
        listener = new TcpListener(IPAddress.Loopback, own);
        listener.Start();
        _ = Accept(listener);
    }

    /// <summary>As if the server had been stopped: what is connected is cut off, and nobody gets in.</summary>
    public void Cut()
    {
        listener?.Dispose();
        foreach (var (connection, _) in open)
            connection.Dispose();
    }

    /// <summary>As if the server's processes had been stopped where they stand: connections are taken and nothing comes back.</summary>
    public void Freeze() => flows = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Thaw() => flows.TrySetResult();

    private async Task Accept(TcpListener accepting)
    {
        try
        {
            while (true)
                _ = Talk(await accepting.AcceptTcpClientAsync());
        }
        catch (Exception ended) when (ended is ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        using var server = new TcpClient();
        (open[client], open[server]) = (true, true);
        try
        {
            await flows.Task;
            await server.ConnectAsync(host, port);
            await Task.WhenAny(Pass(client, server), Pass(server, client));
        }
        catch (Exception ended) when (ended is ObjectDisposedException or SocketException or IOException or InvalidOperationException)
        {
        }
        finally
        {
            open.TryRemove(client, out var _);
            open.TryRemove(server, out var _);
        }
    }

    private async Task Pass(TcpClient from, TcpClient to)
    {
        var piece = new byte[16 * 1024];
        while (await from.GetStream().ReadAsync(piece) is > 0 and var length)
        {
            await flows.Task;
            await to.GetStream().WriteAsync(piece.AsMemory(0, length));
        }
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource();
        flowing.SetResult();
        return flowing;
    }

    private static int FreePort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        return ((IPEndPoint)taken.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        Cut();
        Thaw();
    }
}
