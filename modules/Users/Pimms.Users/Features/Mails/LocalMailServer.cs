using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Pimms.Users;

/// <summary>
/// Takes the mails that a Keycloak on the same development machine sends, for the outbox page: as little SMTP as it needs, on the loopback interface, at the
/// port <c>Mails:Listen</c>. Nothing of it exists outside Development.
/// </summary>
internal sealed class LocalMailServer(IConfiguration configuration, IHostEnvironment environment, ReceivedMails received, ILogger<LocalMailServer> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!environment.IsDevelopment() || configuration.GetValue<int?>("Mails:Listen") is not { } port)
            return;
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        while (!stoppingToken.IsCancellationRequested)
            _ = Serve(await listener.AcceptTcpClientAsync(stoppingToken), stoppingToken);
    }

    private async Task Serve(TcpClient client, CancellationToken ct)
    {
        using var _ = client;
        try
        {
            await Talk(client.GetStream(), ct);
        }
        catch (Exception failure) when (failure is IOException or FormatException)
        {
            logger.LogWarning(failure, "A mail did not arrive whole");
        }
    }

    private async Task Talk(NetworkStream stream, CancellationToken ct)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 outbox");
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                received.Add(await MimeMessage.LoadAsync(new MemoryStream(await Content(reader, ct)), ct));
            }
            await writer.WriteLineAsync(verb == "QUIT" ? "221 bye" : "250 ok");
            if (verb == "QUIT")
                return;
        }
    }

    private static async Task<byte[]> Content(StreamReader reader, CancellationToken ct)
    {
        var content = new StringBuilder();
        // A line that begins with a dot was sent with two.
        while (await reader.ReadLineAsync(ct) is { } line && line != ".")
            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return Encoding.Latin1.GetBytes(content.ToString());
    }
}
