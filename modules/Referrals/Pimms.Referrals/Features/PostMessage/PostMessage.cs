namespace Pimms.Referrals;

internal sealed record PostMessage(Guid ReferralId, string? Text, Visibility Visibility) : IRequest<Result<Guid>>;

internal sealed class PostMessageValidator : AbstractValidator<PostMessage>
{
    public PostMessageValidator()
    {
        RuleFor(post => post.Text).NotEmpty().WithMessage("Message.TextMissing").MaximumLength(4000).WithMessage("Referral.TextTooLong");
        RuleFor(post => post.Visibility).IsInEnum().WithMessage("Message.VisibilityUnknown");
    }
}

internal sealed class PostMessageHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<PostMessage, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(PostMessage command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, user, ct);
        if (referral.State == ReferralState.Draft)
            return Refusal.As(RefusalTypes.MoveNotAllowed, "", "Message.NotOnADraft").With("from", referral.State);

        var message = referral.Say(command.Text!.Trim(), command.Visibility, user, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return message.Id;
    }
}
