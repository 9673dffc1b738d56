using System.Net;
using System.Net.Sockets;

namespace Pimms.IntegrationTests;

/// <summary>A port of this machine behind which another server stands, once it is opened: a service that does not answer yet.</summary>
internal sealed class Forwarder(Uri target) : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, FreePort());

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public void Open()
    {
        listener.Start();
        _ = Accept();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Talk(await listener.AcceptTcpClientAsync());
        }
        catch (Exception ended) when (ended is ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        using var server = new TcpClient();
        await server.ConnectAsync(target.Host, target.Port);
        await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(client.GetStream()));
    }

    private static int FreePort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        return ((IPEndPoint)taken.LocalEndpoint).Port;
    }

    public void Dispose() => listener.Dispose();
}
