using Microsoft.Extensions.Logging;

namespace Pimms.Users;

/// <summary>Hands due mails to the mail server; where none is configured they stay, and <c>/mails</c> shows them.</summary>
internal sealed record SendMails : IRequest<Result>;

internal sealed partial class SendMailsHandler(UsersDbContext db, MailServer server, Letters letters, TimeProvider clock, ILogger<SendMailsHandler> logger) : IRequestHandler<SendMails, Result>
{
    public async Task<Result> Handle(SendMails command, CancellationToken ct)
    {
        if (!server.Configured || await db.ClaimDue(clock.GetUtcNow(), ct) is not { Count: > 0 } due)
            return Result.Done;

        var gathered = await db.GatheredIn(due, ct);
        await using var connection = server.Connect();
        foreach (var mail in due)
        {
            try
            {
                await connection.Send(letters.Of(mail, gathered[mail.Id]), ct);
                mail.Sent(clock.GetUtcNow());
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                mail.Failed(clock.GetUtcNow());
                Log(logger, failure, mail.Id, mail.NextTryAt);
            }
        }
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} was not taken; it is tried again at {NextTry}")]
    private static partial void Log(ILogger logger, Exception failure, Guid id, DateTimeOffset nextTry);
}
