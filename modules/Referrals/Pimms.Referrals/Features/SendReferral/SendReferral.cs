namespace Pimms.Referrals;

/// <summary>Asks the convention, the consent and the form once more, copies what the convention discloses, and starts the clocks.</summary>
/// <param name="DuplicateReason">Why it is sent although somebody asked the same for the same person; only looked at then.</param>
/// <param name="ConventionVersion">The version of the convention that a program was told of; any when null.</param>
/// <param name="Shown">What the check page showed (<see cref="WhatIsSent.Write"/>); null where no page was shown.</param>
internal sealed record SendReferral(Guid ReferralId, uint Version, string? DuplicateReason = null, int? ConventionVersion = null, string? Shown = null) : IRequest<Result>;

internal sealed class SendReferralValidator : AbstractValidator<SendReferral>
{
    public SendReferralValidator() => RuleFor(send => send.DuplicateReason).MaximumLength(500).WithMessage("Send.DuplicateReasonTooLong");
}

internal sealed class SendReferralHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, IConventionDirectory conventions, OpenRequests requests, TimeProvider clock) : IRequestHandler<SendReferral, Result>
{
    public async Task<Result> Handle(SendReferral command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = WorkingCalendar.DayOf(now);
        var referral = await db.LockedWithCase(command.ReferralId, command.Version, user, ct);
        if (referral.May(Move.Send, user, now) is { } over)
            return over;
        var its = await db.Cases.Include(one => one.Consents).SingleAsync(one => one.Id == referral.CaseId, ct);

        // The version in use, as the check page shows it: it may ask more than the one that was filled in.
        var form = (await partners.Procedure(referral.To.ProcedureId, null, ct))!.Form;
        var (request, errors) = Completeness.Of(referral.Request, form);
        var documents = await db.Documents.AsNoTracking().Where(one => one.ReferralId == referral.Id).ToListAsync(ct);
        errors.AddRange(RequiredDocuments.Errors(form, documents));
        if (errors.Count > 0)
            return new Refusal(RefusalTypes.Validation, [.. errors]);
        referral.Edit(request, form.Version, now);

        if ((await partners.Partner(referral.To.PartnerId, ct))?.UnitFor(referral.To.ProcedureId) is not { } unit)
            return Refusal.Of("", "Send.SwitchedOff");
        if (!its.HasConsentFor(referral.To.PartnerId, today))
            return Refusal.As("consent-missing", "", "Send.ConsentMissing", referral.To.PartnerName);
        var channel = await conventions.Channel(referral.To.PartnerId, referral.To.ProcedureId, its.Beneficiary.Commune, today, ct);
        if (channel.Terms is not { } terms)
            return Closed(channel.Reason!.Value);
        if (OtherThanShown(command, WhatIsSent.Of(referral, its, terms, unit.Id, form, documents, today)) is { } other)
            return other;
        if (Unfit(referral, its, terms, form, documents.AsQueryable().OfThePerson().Any(), today) is { } refusal)
            return refusal;
        if (await Duplicate(referral, its, command.DuplicateReason?.Trim(), now, ct) is { } duplicate)
            return duplicate;
        // What is shown is what was so a moment ago; the last place is given here.
        if (!await db.TakePlace(terms.ConventionId, referral.To.ProcedureId, terms.MonthlyCap, today, ct))
            return Closed(ClosedReason.CapReached);

        return await referral.Send(its, terms, user, now).Then(() => db.SaveChangesAsync(ct));
    }

    /// <summary>Nothing goes that the mediator, or its program, was not shown.</summary>
    private static Refusal? OtherThanShown(SendReferral command, WhatIsSent now)
    {
        List<FieldError> changes =
        [
            .. command.ConventionVersion is { } told && told != now.ConventionVersion
                ? [new FieldError(nameof(command.ConventionVersion), "SendReferral.Changed.Convention", [now.Reference, now.ConventionVersion])] : Array.Empty<FieldError>(),
            .. command.Shown is null ? [] : WhatIsSent.Read(command.Shown) is { } shown ? now.ChangesSince(shown) : [new FieldError("", "SendReferral.Changed.Unknown")],
        ];
        return changes.Count == 0 ? null : new Refusal("terms-changed", [new FieldError("", "SendReferral.Changed"), .. changes]).With("conventionVersion", now.ConventionVersion);
    }

    /// <summary>What the terms would disclose and the person did not agree to; what no text may hold.</summary>
    private static Refusal? Unfit(Referral referral, Case its, ChannelTerms terms, ProcedureForm form, bool documents, DateOnly today)
    {
        var missing = its.NotCovered(referral.To.PartnerId, Disclosure.Categories(its.Beneficiary, terms.Disclosed, documents), today);
        if (missing.Count > 0)
            return new Refusal("consent-missing", [.. missing.Select(category => new FieldError("", $"Send.NotCovered.{category}", [referral.To.PartnerName]))]).With("categories", missing);
        return SensitiveText.In(referral.Request, form, terms.NirAllowed) is { Count: > 0 } sensitive ? SensitiveText.Refuse(sensitive) : null;
    }

    /// <summary>Whoever goes on although the same is open says why: that stays on the referral, for one's own side. Where it only may be the same person, saying so is enough.</summary>
    private async Task<Refusal?> Duplicate(Referral referral, Case its, string? reason, DateTimeOffset now, CancellationToken ct)
    {
        await requests.Await(referral, its.Beneficiary, ct);
        var open = (await requests.Besides(referral, its.Beneficiary, ct)).OrderByDescending(request => request.Certain).FirstOrDefault();
        if (open is null)
            return null;
        if (!string.IsNullOrEmpty(reason))
            referral.GoOnDespite(open, reason, user, now);
        else if (open.Certain)
            return Refusal.As("duplicate-open", nameof(SendReferral.DuplicateReason), "Send.DuplicateReasonMissing").With("site", open.Site).With("sentOn", open.SentOn);
        return null;
    }

    private static Refusal Closed(ClosedReason reason) => Refusal.As("channel-closed", "", $"ClosedReason.{reason}").With("reason", reason);
}
