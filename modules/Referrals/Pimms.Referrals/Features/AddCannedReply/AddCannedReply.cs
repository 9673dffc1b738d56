namespace Pimms.Referrals;

/// <summary>A unit keeps words to use again.</summary>
internal sealed record AddCannedReply(Guid? UnitId, CannedReplyInput Reply) : IRequest<Result<Guid>>;

internal sealed class AddCannedReplyValidator : AbstractValidator<AddCannedReply>
{
    public AddCannedReplyValidator()
    {
        RuleFor(add => add.UnitId).NotEmpty().WithMessage("CannedReply.UnitMissing");
        RuleFor(add => add.Reply).SetValidator(new CannedReplyInputValidator());
    }
}

internal sealed class AddCannedReplyHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<AddCannedReply, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddCannedReply command, CancellationToken ct)
    {
        if (command.UnitId is not { } unit || !user.UnitIds.Contains(unit))
            return Refusal.Of(nameof(command.UnitId), "CannedReply.UnitMissing");
        if (await command.Reply.IsTaken(db, unit, null, ct) is { } taken)
            return taken;

        var reply = new CannedReply(unit, user, Guid.CreateVersion7(clock.GetUtcNow())).Say(command.Reply.Title!.Trim(), command.Reply.Text!.Trim());
        db.CannedReplies.Add(reply);
        await db.SaveChangesAsync(ct);
        return reply.Id;
    }
}
