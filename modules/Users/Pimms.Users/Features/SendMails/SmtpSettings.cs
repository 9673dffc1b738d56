using MailKit.Security;

namespace Pimms.Users;

/// <summary>The <c>Smtp</c> section: required outside Development.</summary>
internal sealed class SmtpSettings
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary>Auto: TLS from the start on 465, otherwise STARTTLS where the server offers it. <c>StartTls</c> insists.</summary>
    public SecureSocketOptions Security { get; init; } = SecureSocketOptions.Auto;

    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>Who mails come from: <c>Pimms &lt;ne-pas-repondre@pimms.example&gt;</c>.</summary>
    public string From { get; init; } = "Pimms <pimms@localhost>";

    /// <summary>The platform's address as people reach it, for links; the host's own when left out.</summary>
    public string? PublicAddress { get; init; }
}
