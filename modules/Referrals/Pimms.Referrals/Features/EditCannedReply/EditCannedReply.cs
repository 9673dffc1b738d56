namespace Pimms.Referrals;

/// <summary>Anybody of the unit may better its words.</summary>
internal sealed record EditCannedReply(Guid ReplyId, uint Version, CannedReplyInput Reply) : IRequest<Result>;

internal sealed class EditCannedReplyValidator : AbstractValidator<EditCannedReply>
{
    public EditCannedReplyValidator() => RuleFor(edit => edit.Reply).SetValidator(new CannedReplyInputValidator());
}

internal sealed class EditCannedReplyHandler(ReferralsDbContext db, CurrentUser user) : IRequestHandler<EditCannedReply, Result>
{
    public async Task<Result> Handle(EditCannedReply command, CancellationToken ct)
    {
        var reply = await db.CannedReplies.VisibleTo(user).AtVersion(command.ReplyId, command.Version, ct);
        if (await command.Reply.IsTaken(db, reply.UnitId, reply.Id, ct) is { } taken)
            return taken;
        reply.Say(command.Reply.Title!.Trim(), command.Reply.Text!.Trim());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
