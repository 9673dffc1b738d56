using System.Text.Json;

namespace Pimms.Conventions;

/// <summary>What a second administrator says to a signature or an amendment that waits: done word for word, or not.</summary>
internal sealed record DecideProposal : IRequest<Result>
{
    public Guid Id { get; init; }

    public uint Version { get; init; }

    public bool? Approve { get; init; }

    /// <summary>Why not; asked for when it is refused.</summary>
    public string Reason { get; init; } = "";
}

internal sealed class DecideProposalValidator : AbstractValidator<DecideProposal>
{
    public DecideProposalValidator()
    {
        RuleFor(decide => decide.Approve).NotNull().WithMessage("Field.Missing");
        RuleFor(decide => decide.Reason).Filled().When(decide => decide.Approve == false, ApplyConditionTo.CurrentValidator).MaximumLength(Lengths.Reason).WithMessage("Convention.TooLong");
    }
}

internal sealed class DecideProposalHandler(ConventionsDbContext db, CurrentUser user, IPartnerDirectory partners, TimeProvider clock) : IRequestHandler<DecideProposal, Result>
{
    public async Task<Result> Handle(DecideProposal request, CancellationToken cancellationToken)
    {
        var (convention, now) = (await db.AtVersion(request.Id, request.Version, user, cancellationToken), clock.GetUtcNow());
        if (request.Approve == false)
            return await convention.RefuseProposal(request.Reason.Trim(), user, now).Then(() => db.SaveChangesAsync(cancellationToken));
        if (convention.WhyNotToApprove(user) is { } refusal)
            return refusal;

        var proposal = convention.Proposal!;
        return proposal.Kind == ProposalKind.Activation
            ? await JsonSerializer.Deserialize<ActivateConvention>(proposal.Body)!.CarryOut(convention, db, user, now, cancellationToken)
            : await JsonSerializer.Deserialize<AmendConvention>(proposal.Body)!.CarryOut(convention, db, partners, user, now, cancellationToken);
    }
}
