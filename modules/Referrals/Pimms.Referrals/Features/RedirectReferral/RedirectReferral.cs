namespace Pimms.Referrals;

/// <summary>
/// Makes a draft for the partner that whoever declined named, linked and with what can be carried over. It is sent like any other: when consent
/// and convention cover it. Asked twice, it answers with the draft there is.
/// </summary>
internal sealed record RedirectReferral(Guid ReferralId, Guid? ProcedureId) : IRequest<Result<Guid>>;

internal sealed class RedirectReferralValidator : AbstractValidator<RedirectReferral>
{
    public RedirectReferralValidator() => RuleFor(redirect => redirect.ProcedureId).NotEmpty().WithMessage("Redirect.ProcedureMissing");
}

internal sealed class RedirectReferralHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, IMediator mediator, TimeProvider clock) : IRequestHandler<RedirectReferral, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(RedirectReferral command, CancellationToken ct)
    {
        var choice = await mediator.Send(new ProceduresToRedirectTo(command.ReferralId), ct);
        if (choice.Refusal is { } refusal)
            return refusal;
        if (choice.Value.Draft is { } existing)
            return existing;
        if (await partners.Procedure(command.ProcedureId!.Value, null, ct) is not { } procedure || !choice.Value.Procedures.Any(one => one.Id == procedure.Id))
            return Refusal.Of(nameof(command.ProcedureId), "Start.ProcedureUnknown");

        var from = await db.Referrals.AsNoTracking().VisibleTo(user).Existing(command.ReferralId, ct);
        var (request, carried) = (from.Request, FormAnswers.Read(procedure.Form, from.Request.Answers).Kept);
        var started = await mediator.Send(new StartReferral(
            from.CaseId, choice.Value.PartnerId, procedure.UnitId, procedure.Id, request.Subject, request.ExpectedOutcome, request.Urgency, request.UrgencyReason, carried), ct);
        if (started.Refusal is not null)
            return started;
        db.Redirections.Add(new() { ReferralId = started.Value, FromId = from.Id, SiteId = from.SiteId, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        return started.Value;
    }
}
