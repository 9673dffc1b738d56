namespace Pimms.Referrals;

/// <param name="AssigneeId">An agent of the unit, oneself included; <see cref="Nobody"/> for nobody. Null is no choice, and is refused.</param>
internal sealed record AssignReferral(Guid ReferralId, uint Version, Guid? AssigneeId) : IRequest<Result>
{
    /// <summary>Nobody, said in so many words: what was left empty never means it.</summary>
    public static readonly Guid Nobody = Guid.Empty;
}

internal sealed class AssignReferralValidator : AbstractValidator<AssignReferral>
{
    public AssignReferralValidator() => RuleFor(assign => assign.AssigneeId).NotNull().WithMessage("Assign.AssigneeMissing");
}

internal sealed class AssignReferralHandler(ReferralsDbContext db, CurrentUser user, IUserDirectory users, TimeProvider clock) : IRequestHandler<AssignReferral, Result>
{
    public async Task<Result> Handle(AssignReferral command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        if (!ReferralMoves.OpenStates.Contains(referral.State))
            return Refusal.As(RefusalTypes.MoveNotAllowed, "", "Referral.NoLongerOpen").With("from", referral.State);
        PersonSummary? colleague = null;
        if (command.AssigneeId is { } id && id != AssignReferral.Nobody && (colleague = (await users.AgentsOf(referral.To.UnitId, ct)).SingleOrDefault(person => person.Id == id)) is null)
            return Refusal.Of(nameof(command.AssigneeId), "Referral.ColleagueUnknown");
        // Left with who has it already: nothing happened, and nothing is told.
        if (colleague?.Id == referral.AssigneeId)
            return Result.Done;

        referral.Assign(colleague?.Id, colleague?.Name, user, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
