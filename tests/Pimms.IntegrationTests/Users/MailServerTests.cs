using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MailKit.Security;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>A mail server that offers no encryption is given nothing, unless somebody said so by name.</summary>
public sealed class MailServerTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(SecureSocketOptions.Auto)]
    [InlineData(SecureSocketOptions.StartTls)]
    [InlineData(SecureSocketOptions.StartTlsWhenAvailable)]
    public async Task Outside_development_a_server_without_tls_gets_neither_user_nor_password_nor_mail(SecureSocketOptions? security)
    {
        using var server = new ServerWithoutTls();
        await Assert.ThrowsAnyAsync<Exception>(() => Send(server, security, Environments.Production));
        var heard = string.Join('\n', server.Heard);
        Assert.DoesNotContain("AUTH", heard, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("MAIL FROM", heard, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Bonjour", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_switched_off_by_its_name()
    {
        using var server = new ServerWithoutTls();
        await Send(server, SecureSocketOptions.None, Environments.Production);
        Assert.Contains("Bonjour", string.Join('\n', server.Heard), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(465, SecureSocketOptions.SslOnConnect)]
    [InlineData(587, SecureSocketOptions.StartTls)]
    [InlineData(25, SecureSocketOptions.StartTls)]
    public void The_port_says_how_tls_begins(int port, SecureSocketOptions expected) => Assert.Equal(expected, new SmtpSettings { Port = port }.Required(isDevelopment: false));

    private static async Task Send(ServerWithoutTls server, SecureSocketOptions? security, string environment)
    {
        var settings = new SmtpSettings { Host = "127.0.0.1", Port = server.Port, UserName = "pimms", Password = "secret", Security = security };
        await using var connection = new MailServer(Options.Create(settings), new HostingEnvironment { EnvironmentName = environment }).Connect();
        await connection.Send(new Letter(Guid.NewGuid(), "agent@energie.example", "Objet", "Bonjour"), TestContext.Current.CancellationToken);
    }

    /// <summary>Offers a password in clear, and nothing to hide it.</summary>
    private sealed class ServerWithoutTls : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public ServerWithoutTls()
        {
            listener.Start();
            _ = Talk();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public ConcurrentQueue<string> Heard { get; } = [];

        private async Task Talk()
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 tests");
            var inMail = false;
            while (await reader.ReadLineAsync() is { } line)
            {
                Heard.Enqueue(line);
                if (inMail && line != ".")
                    continue;
                (var answer, inMail) = line.Split(' ')[0].ToUpperInvariant() switch
                {
                    "EHLO" => ("250-tests\r\n250 AUTH PLAIN", false),
                    "AUTH" => ("235 welcome", false),
                    "DATA" => ("354 go on", true),
                    "QUIT" => ("221 bye", false),
                    _ => ("250 ok", false),
                };
                await writer.WriteLineAsync(answer);
            }
        }

        public void Dispose() => listener.Dispose();
    }
}
