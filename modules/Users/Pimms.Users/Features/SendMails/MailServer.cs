using MailKit.Net.Smtp;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Pimms.Users;

/// <summary>The mail server of the <c>Smtp</c> section, if there is one.</summary>
internal sealed class MailServer(IOptions<SmtpSettings> settings, IHostEnvironment environment)
{
    public bool Configured => settings.Value.Host.Length > 0;

    public MailConnection Connect() => new(settings.Value, environment.IsDevelopment());
}

/// <summary>One conversation with the mail server; begun with the first mail.</summary>
internal sealed class MailConnection(SmtpSettings settings, bool isDevelopment) : IAsyncDisposable
{
    private readonly SmtpClient client = new() { Timeout = 10_000 };

    public async Task Send(Letter letter, CancellationToken ct)
    {
        if (!client.IsConnected)
            await client.ConnectAsync(settings.Host, settings.Port, settings.Required(isDevelopment), ct);
        if (!client.IsAuthenticated && !string.IsNullOrEmpty(settings.UserName))
            await client.AuthenticateAsync(settings.UserName, settings.Password ?? "", ct);
        using var message = Written(letter);
        await client.SendAsync(message, ct);
    }

    private MimeMessage Written(Letter letter)
    {
        var message = new MimeMessage { Subject = letter.Subject, Body = new TextPart("plain") { Text = letter.Text } };
        message.From.Add(MailboxAddress.Parse(settings.From));
        message.To.Add(MailboxAddress.Parse(letter.To));
        // Sent a second time after a crash, it is known again by its id; and no machine answers it.
        message.MessageId = $"{letter.Id}@pimms";
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected)
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        client.Dispose();
    }
}
