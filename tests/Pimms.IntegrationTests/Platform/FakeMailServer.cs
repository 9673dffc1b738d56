using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Pimms.IntegrationTests;

/// <summary>A mail server that keeps what it is given, and speaks as little SMTP as it may.</summary>
public sealed class FakeMailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public FakeMailServer()
    {
        listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whole messages, headers first.</summary>
    public ConcurrentQueue<string> Received { get; } = [];

    /// <summary>While true, no recipient is accepted.</summary>
    public bool Refuses { get; set; }

    private async Task Accept()
    {
        while (true)
        {
            try
            {
                _ = Talk(await listener.AcceptTcpClientAsync());
            }
            catch (Exception ended) when (ended is ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 tests");
        while (await reader.ReadLineAsync() is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                List<string> message = [];
                while (await reader.ReadLineAsync() is { } content && content != ".")
                    message.Add(content);
                Received.Enqueue(string.Join('\n', message));
            }
            await writer.WriteLineAsync(verb switch { "RCPT" when Refuses => "450 later", "QUIT" => "221 bye", _ => "250 ok" });
        }
    }

    public void Dispose() => listener.Dispose();
}
