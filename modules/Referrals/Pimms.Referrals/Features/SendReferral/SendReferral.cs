namespace Pimms.Referrals;

/// <summary>Asks the convention, the consent and the form once more, copies what the convention discloses, and starts the clocks.</summary>
internal sealed record SendReferral(Guid ReferralId, uint Version) : IRequest<Result>;

internal sealed class SendReferralHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, IConventionDirectory conventions, TimeProvider clock) : IRequestHandler<SendReferral, Result>
{
    public async Task<Result> Handle(SendReferral command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = WorkingCalendar.DayOf(now);
        var referral = await db.Referrals.VisibleTo(user).AtVersion(command.ReferralId, command.Version, ct);
        var its = await db.Cases.Include(one => one.Consents).SingleAsync(one => one.Id == referral.CaseId, ct);

        if (referral.State == ReferralState.Draft)
        {
            // The version it was filled with, if it is still the one in use: a newer form may ask more.
            var form = (await partners.Procedure(referral.To.ProcedureId, referral.To.FormVersion, ct))!.Form;
            var (request, errors) = Completeness.Of(referral.Request, form);
            if (errors.Count > 0)
                return new Refusal(RefusalTypes.Validation, [.. errors]);
            referral.Edit(request, form.Version, now);

            if ((await partners.Partner(referral.To.PartnerId, ct))?.UnitFor(referral.To.ProcedureId) is null)
                return Refusal.Of("", "Send.SwitchedOff");
            if (!its.HasConsentFor(referral.To.PartnerId, today))
                return Refusal.As("consent-missing", "", "Send.ConsentMissing", referral.To.PartnerName);
        }

        var channel = await conventions.Channel(referral.To.PartnerId, referral.To.ProcedureId, its.Beneficiary.Commune, today, ct);
        if (referral.State == ReferralState.Draft && channel.Terms is null)
            return Closed(channel.Reason!.Value);
        // What is shown is what was so a moment ago; the last place is given here.
        if (referral.State == ReferralState.Draft && !await db.TakePlace(channel.Terms!.ConventionId, referral.To.ProcedureId, channel.Terms.MonthlyCap, today, ct))
            return Closed(ClosedReason.CapReached);

        return await referral.Send(its, channel.Terms!, user, now).Then(() => db.SaveChangesAsync(ct));
    }

    private static Refusal Closed(ClosedReason reason) => Refusal.As("channel-closed", "", $"ClosedReason.{reason}").With("reason", reason);
}
