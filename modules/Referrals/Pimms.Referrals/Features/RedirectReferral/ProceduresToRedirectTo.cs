namespace Pimms.Referrals;

/// <summary>What the partner that was named could be asked, for the mediator to choose.</summary>
internal sealed record ProceduresToRedirectTo(Guid ReferralId) : IRequest<Result<RedirectChoice>>;

/// <param name="Draft">The draft that goes on from it already; null when there is none.</param>
internal sealed record RedirectChoice(Guid ReferralId, string Number, string Subject, string DeclinedBy, Guid PartnerId, string PartnerName, IReadOnlyList<ProcedureToAsk> Procedures, Guid? Draft)
{
    /// <summary>What there is to choose from; when nothing is open, all: the draft then waits for the convention.</summary>
    public IReadOnlyList<ProcedureToAsk> Fitting => Procedures.Any(procedure => procedure.Channel.Open) ? [.. Procedures.Where(procedure => procedure.Channel.Open)] : Procedures;

    /// <summary>The only one that fits: nobody is asked then.</summary>
    public Guid? Only => Fitting is [var only] ? only.Id : null;
}

internal sealed class ProceduresToRedirectToHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, IConventionDirectory conventions, Journal journal, TimeProvider clock)
    : IRequestHandler<ProceduresToRedirectTo, Result<RedirectChoice>>
{
    public async Task<Result<RedirectChoice>> Handle(ProceduresToRedirectTo query, CancellationToken ct)
    {
        var referral = await db.Referrals.AsNoTracking().VisibleTo(user).Existing(query.ReferralId, ct);
        if (!referral.CanBeRedirected)
            return Refusal.As(RefusalTypes.MoveNotAllowed, "", "Redirect.NotPossible").With("from", referral.State);
        if (await partners.Partner(referral.Decision!.SuggestedPartnerId!.Value, ct) is not { } partner)
            return Refusal.As(RefusalTypes.MoveNotAllowed, "", "Redirect.PartnerGone", referral.Decision.SuggestedPartnerName);
        journal.Saw("referral", referral.Id);

        var commune = await db.Cases.VisibleTo(user).Where(its => its.Id == referral.CaseId).Select(its => its.Beneficiary.Commune).SingleAsync(ct);
        var procedures = partner.Units.SelectMany(unit => unit.Procedures).ToList();
        var channels = await conventions.Channels(partner.Id, [.. procedures.Select(procedure => procedure.Id)], commune, WorkingCalendar.DayOf(clock.GetUtcNow()), ct);
        return new RedirectChoice(
            referral.Id, referral.Number, referral.Request.Subject, referral.To.PartnerName, partner.Id, partner.Name,
            [.. procedures.Select(procedure => new ProcedureToAsk(procedure.Id, procedure.Title, channels.GetValueOrDefault(procedure.Id) ?? new(ClosedReason.ProcedureNotCovered, null)))],
            await db.Redirections.Where(redirection => redirection.FromId == referral.Id).Select(redirection => (Guid?)redirection.ReferralId).FirstOrDefaultAsync(ct));
    }
}
