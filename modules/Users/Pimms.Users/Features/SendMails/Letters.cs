using System.Globalization;

namespace Pimms.Users;

/// <summary>A mail in words. No personal data of a beneficiary stands in it.</summary>
internal sealed record Letter(Guid Id, string To, string Subject, string Text);

/// <summary>Writes mails, in French whoever asks.</summary>
internal sealed class Letters(Texts texts, PublicAddress address)
{
    /// <param name="mail">What is told.</param>
    /// <param name="gathered">Of a digest: what it says.</param>
    public Letter Of(Mail mail, IEnumerable<Mail> gathered)
    {
        var language = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = TextResources.Neutral;
        try
        {
            var link = address.Value + mail.LinkPath;
            // What a mail's subject says, number and kind of event, is its line in a digest.
            string[] lines = [.. gathered.Select(SubjectOf)];
            string[] paragraphs = [texts["Mail.Greeting"], texts[$"Mail.{mail.Kind}.Text", mail.Number, mail.Day], string.Join('\n', lines), link, texts["Mail.Signature"]];
            return new(mail.Id, mail.ToAddress, mail.Kind == MailKind.Digest ? texts.Count("Mail.Digest.Subject", lines.Length) : SubjectOf(mail), string.Join("\n\n", paragraphs.Where(paragraph => paragraph.Length > 0)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = language;
        }
    }

    private string SubjectOf(Mail mail) => texts[$"Mail.{mail.Kind}.Subject", mail.Number, mail.Day];
}
