using System.Globalization;
using Microsoft.Extensions.Options;

namespace Pimms.Users;

/// <summary>A mail in words. No personal data of a beneficiary stands in it.</summary>
internal sealed record Letter(Guid Id, string To, string Subject, string Text);

/// <summary>Writes mails, in French whoever asks.</summary>
internal sealed class Letters(Texts texts, IOptions<SmtpSettings> settings, OwnAddress own)
{
    public Letter Of(Mail mail)
    {
        var language = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = TextResources.Neutral;
        try
        {
            var link = (settings.Value.PublicAddress ?? own.Value).TrimEnd('/') + mail.LinkPath;
            string[] paragraphs = [texts["Mail.Greeting"], texts[$"Mail.{mail.Kind}.Text", mail.Number, mail.Day], link, texts["Mail.Signature"]];
            return new(mail.Id, mail.ToAddress, texts[$"Mail.{mail.Kind}.Subject", mail.Number, mail.Day], string.Join("\n\n", paragraphs));
        }
        finally
        {
            CultureInfo.CurrentUICulture = language;
        }
    }
}
