using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace Pimms.IntegrationTests;

/// <summary>Reads what a mail server was given.</summary>
public static partial class Letterbox
{
    /// <summary>Waits for a mail to this address that was not read before.</summary>
    public static async Task<MimeMessage> Next(this FakeMailServer server, string address)
    {
        var patience = TimeProvider.System.GetUtcNow().AddSeconds(60);
        while (TimeProvider.System.GetUtcNow() < patience)
        {
            for (var waiting = server.Received.Count; waiting > 0 && server.Received.TryDequeue(out var source); waiting--)
            {
                var mail = Read(source);
                if (mail.To.Mailboxes.Any(to => to.Address == address))
                    return mail;
                server.Received.Enqueue(source);
            }
            await Task.Delay(200);
        }
        throw new TimeoutException($"No mail came to {address}.");
    }

    /// <summary>A whole message, as the server was given it.</summary>
    public static MimeMessage Read(string source)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(source));
        return MimeMessage.Load(stream);
    }

    /// <summary>The first address in it.</summary>
    public static string Link(this MimeMessage mail) => Address().Match(mail.TextBody ?? "").Value;

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}
