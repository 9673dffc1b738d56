namespace Pimms.Referrals;

/// <summary>Writes a draft anew. Kept as typed when it is only saved; read by the form when it goes on to be checked. Answers with the revision it then has.</summary>
/// <param name="GoOn">False to save what there is, complete or not.</param>
/// <param name="OnlyItsFields">Refuses an answer that the form does not ask. A page that was open while the form changed has some: these are left out.</param>
[Unsearched("a draft goes nowhere yet: going on and sending ask, with its form at hand")]
internal sealed record WriteReferral(
    Guid ReferralId, uint Version, [property: OneLine] string? Subject, [property: OneLine] string? ExpectedOutcome, Urgency Urgency, [property: OneLine] string? UrgencyReason, IReadOnlyDictionary<string, string>? Answers, bool GoOn, bool OnlyItsFields = false) : IRequest<Result<uint>>;

internal sealed class WriteReferralValidator : AbstractValidator<WriteReferral>
{
    public WriteReferralValidator()
    {
        RuleFor(write => write.Subject).MaximumLength(200).WithMessage("Write.SubjectTooLong");
        RuleFor(write => write.ExpectedOutcome).MaximumLength(500).WithMessage("Write.ExpectedOutcomeTooLong");
        RuleFor(write => write.UrgencyReason).MaximumLength(500).WithMessage("Write.UrgencyReasonTooLong");
        RuleFor(write => write.Urgency).IsInEnum().WithMessage("Write.UrgencyUnknown");
    }
}

internal sealed class WriteReferralHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, NirTerms nirs, TimeProvider clock) : IRequestHandler<WriteReferral, Result<uint>>
{
    public async Task<Result<uint>> Handle(WriteReferral command, CancellationToken ct)
    {
        var referral = await db.Referrals.VisibleTo(user).Existing(command.ReferralId, ct);
        var procedure = (await partners.Procedure(referral.To.ProcedureId, null, ct))!;
        if (command.OnlyItsFields && FormAnswers.Foreign(procedure.Form, command.Answers) is { } foreign)
            return foreign;
        var typed = new ReferralRequest(
            command.Subject?.Trim() ?? "", command.ExpectedOutcome?.Trim() ?? "", command.Urgency, command.Urgency == Urgency.Urgent ? command.UrgencyReason?.Trim() : null,
            new((command.Answers ?? new Dictionary<string, string>()).Where(answer => !string.IsNullOrWhiteSpace(answer.Value))));
        // What arrives twice, because its answer was lost on the way, is no other change.
        if (referral.Revision != command.Version && !referral.Request.SaysTheSameAs(typed))
            return Refusal.Stale;
        var (request, errors) = Completeness.Of(typed, procedure.Form);
        if (command.GoOn && errors.Count > 0)
            return new Refusal(RefusalTypes.Validation, [.. errors]);
        if (command.GoOn && SensitiveText.In(request, procedure.Form, await nirs.AllowedBy(referral.Id, ct)) is { Count: > 0 } sensitive)
            return SensitiveText.Refuse(sensitive);

        if (referral.Edit(command.GoOn ? request : typed, procedure.Form.Version, clock.GetUtcNow()).Refusal is { } refusal)
            return refusal;
        await db.SaveChangesAsync(ct);
        return (uint)referral.Revision;
    }
}
