using MailKit.Security;

namespace Pimms.Users;

/// <summary>The <c>Smtp</c> section: required outside Development.</summary>
internal sealed class SmtpSettings
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary>
    /// <c>SslOnConnect</c> (left out, on port 465), <c>StartTls</c> (left out, on any other), or <c>None</c>: in clear, which nothing but this word allows.
    /// In Development what is left out is taken as <c>Auto</c>: STARTTLS where the server offers it.
    /// </summary>
    public SecureSocketOptions? Security { get; init; }

    /// <summary>How to connect: a server that does not offer what is required gets neither password nor mail.</summary>
    public SecureSocketOptions Required(bool isDevelopment) => Security switch
    {
        null or SecureSocketOptions.Auto when isDevelopment => SecureSocketOptions.Auto,
        null or SecureSocketOptions.Auto => Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls,
        // "When available" is what whoever stands in between decides.
        SecureSocketOptions.StartTlsWhenAvailable when !isDevelopment => SecureSocketOptions.StartTls,
        { } said => said,
    };

    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>Who mails come from: <c>Pimms &lt;ne-pas-repondre@pimms.example&gt;</c>.</summary>
    public string From { get; init; } = "Pimms <pimms@localhost>";
}
