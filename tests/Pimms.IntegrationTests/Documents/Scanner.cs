using System.Net;
using System.Net.Sockets;

namespace Pimms.IntegrationTests;

/// <summary>The way to the clamd that <c>tests/run</c> starts: it can be cut, as if the scanner were down.</summary>
internal sealed class Scanner : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly string[] real = (Environment.GetEnvironmentVariable("PIMMS_TEST_CLAMAV")
        ?? throw new InvalidOperationException("PIMMS_TEST_CLAMAV is not set: the address of a clamd of the tests' own. tests/run starts one and sets it.")).Split(':');

    public Scanner()
    {
        listener.Start();
        _ = Accept();
    }

    public bool IsDown { get; set; }

    /// <summary>How a host is told where it is.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["ClamAv:Host"] = "127.0.0.1", ["ClamAv:Port"] = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Documents:MustBeScanned"] = "true",
    };

    private async Task Accept()
    {
        while (true)
        {
            try
            {
                _ = Pass(await listener.AcceptTcpClientAsync());
            }
            catch (Exception ended) when (ended is ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Pass(TcpClient client)
    {
        using var _ = client;
        if (IsDown)
            return;
        using var clamd = new TcpClient();
        await clamd.ConnectAsync(real[0], int.Parse(real[1], System.Globalization.CultureInfo.InvariantCulture));
        try
        {
            await Task.WhenAny(client.GetStream().CopyToAsync(clamd.GetStream()), clamd.GetStream().CopyToAsync(client.GetStream()));
        }
        catch (IOException)
        {
            // One side has hung up.
        }
    }

    public void Dispose() => listener.Dispose();
}
