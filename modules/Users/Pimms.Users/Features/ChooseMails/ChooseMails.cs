namespace Pimms.Users;

/// <summary>Says how one wants to be told of referrals and conventions. What waits to be sent follows.</summary>
internal sealed record ChooseMails : IRequest<Result>
{
    /// <summary>As the caller saw it; 0 where nothing was chosen yet.</summary>
    public uint Version { get; init; }

    public MailDelivery? Delivery { get; init; }
}

internal sealed class ChooseMailsValidator : AbstractValidator<ChooseMails>
{
    public ChooseMailsValidator() => RuleFor(choose => choose.Delivery).NotNull().WithMessage("ChooseMails.Missing").IsInEnum().WithMessage("ChooseMails.Missing");
}

internal sealed class ChooseMailsHandler(UsersDbContext db, CurrentUser user, DatabaseSession session, TimeProvider clock) : IRequestHandler<ChooseMails, Result>
{
    public async Task<Result> Handle(ChooseMails command, CancellationToken ct)
    {
        var choice = await db.MailChoices.SingleOrDefaultAsync(one => one.Id == user.Id, ct);
        if ((choice?.Version ?? 0) != command.Version)
            return Refusal.Stale;
        if (choice is null)
            db.MailChoices.Add(choice = new MailChoice(user.Id));
        choice.Choose(command.Delivery!.Value);
        await db.SaveChangesAsync(ct);

        // No person may touch a mail, not even one to itself.
        await session.Tell(CurrentUser.System("users.choose-mails"), ct);
        await db.LetWaitingFollow(choice, clock.GetUtcNow(), ct);
        await session.Tell(user, ct);
        return Result.Done;
    }
}
