using MimeKit;

namespace Pimms.Users;

/// <summary>The last mails that others on this development machine sent; in memory, so gone with the host.</summary>
internal sealed class ReceivedMails(TimeProvider clock)
{
    private const int AtMost = 50;
    private readonly LinkedList<ReceivedMail> mails = [];
    private readonly Lock guard = new();

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ReceivedMail> Latest
    {
        get
        {
            lock (guard)
                return [.. mails];
        }
    }

    public void Add(MimeMessage mail)
    {
        lock (guard)
        {
            mails.AddFirst(new ReceivedMail(mail.To.ToString(), mail.Subject ?? "", (mail.TextBody ?? "").ReplaceLineEndings("\n"), clock.GetUtcNow()));
            if (mails.Count > AtMost)
                mails.RemoveLast();
        }
    }
}

internal sealed record ReceivedMail(string To, string Subject, string Text, DateTimeOffset At);
