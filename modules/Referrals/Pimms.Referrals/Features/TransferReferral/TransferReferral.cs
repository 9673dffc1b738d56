namespace Pimms.Referrals;

/// <summary>Hands a referral to another unit of the same partner; the clocks keep running.</summary>
internal sealed record TransferReferral(Guid ReferralId, uint Version, Guid? UnitId, string? Text) : IRequest<Result>;

internal sealed class TransferReferralValidator : AbstractValidator<TransferReferral>
{
    public TransferReferralValidator()
    {
        RuleFor(transfer => transfer.UnitId).NotEmpty().WithMessage("Transfer.UnitMissing");
        RuleFor(transfer => transfer.Text).MaximumLength(4000).WithMessage("Referral.TextTooLong");
    }
}

internal sealed class TransferReferralHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, DatabaseSession session, TimeProvider clock) : IRequestHandler<TransferReferral, Result>
{
    public async Task<Result> Handle(TransferReferral command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        if (!ReferralMoves.OpenStates.Contains(referral.State))
            return Refusal.As(RefusalTypes.MoveNotAllowed, "", "Referral.NoLongerOpen").With("from", referral.State);
        var units = (await partners.Partner(referral.To.PartnerId, ct))?.Units ?? [];
        if (units.SingleOrDefault(one => one.Id == command.UnitId && one.Id != referral.To.UnitId) is not { } unit)
            return Refusal.Of(nameof(command.UnitId), "Transfer.UnitUnknown");

        referral.Transfer(unit.Id, unit.Name, command.Text?.Trim(), user, clock.GetUtcNow());
        // The agent may not see the row any more once it is the other unit's: the database would refuse to let it out of sight. So for the
        // rest of the transaction the other unit is the agent's too.
        await session.Tell(user with { UnitIds = [.. user.UnitIds, unit.Id] }, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
