namespace Pimms.Referrals;

/// <summary>Begins a draft for one procedure. What is not written yet may be missing: completeness is asked at sending.</summary>
/// <param name="Prefilled">Whether it begins with what the case knows already.</param>
/// <param name="OnlyItsFields">Refuses an answer that the form does not ask.</param>
[Unsearched("a draft goes nowhere yet: sending asks, with its form at hand")]
internal sealed record StartReferral(
    Guid CaseId, Guid? PartnerId, Guid? UnitId, Guid? ProcedureId, [property: OneLine] string? Subject = null, [property: OneLine] string? ExpectedOutcome = null, Urgency Urgency = Urgency.Normal, [property: OneLine] string? UrgencyReason = null,
    IReadOnlyDictionary<string, string>? Answers = null, bool Prefilled = false, bool OnlyItsFields = false) : IRequest<Result<Guid>>;

internal sealed class StartReferralValidator : AbstractValidator<StartReferral>
{
    public StartReferralValidator()
    {
        RuleFor(start => start.PartnerId).NotEmpty().WithMessage("Start.PartnerMissing");
        RuleFor(start => start.ProcedureId).NotEmpty().WithMessage("Start.ProcedureMissing");
        RuleFor(start => start.Subject).MaximumLength(200).WithMessage("Write.SubjectTooLong");
        RuleFor(start => start.ExpectedOutcome).MaximumLength(500).WithMessage("Write.ExpectedOutcomeTooLong");
        RuleFor(start => start.UrgencyReason).MaximumLength(500).WithMessage("Write.UrgencyReasonTooLong");
    }
}

internal sealed class StartReferralHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, IUserDirectory users, Numbers numbers, TimeProvider clock)
    : IRequestHandler<StartReferral, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(StartReferral command, CancellationToken ct)
    {
        var its = await db.Cases.VisibleTo(user).Existing(command.CaseId, ct);
        if (await partners.Partner(command.PartnerId!.Value, ct) is not { } partner)
            return Refusal.Of(nameof(command.PartnerId), "Start.PartnerUnknown");
        if (partner.Units.SelectMany(unit => unit.Procedures).SingleOrDefault(one => one.Id == command.ProcedureId) is not { } procedure || (command.UnitId ?? procedure.UnitId) != procedure.UnitId)
            return Refusal.Of(nameof(command.ProcedureId), "Start.ProcedureUnknown");

        if (command.OnlyItsFields && FormAnswers.Foreign(procedure.Form, command.Answers) is { } foreign)
            return foreign;
        var unit = partner.Units.Single(one => one.Id == procedure.UnitId);
        var site = (await users.Sites([its.SiteId], ct)).Single();
        var request = new ReferralRequest(command.Subject?.Trim() ?? "", command.ExpectedOutcome?.Trim() ?? "", command.Urgency, command.UrgencyReason?.Trim(),
            command.Prefilled ? KnownAnswers.For(procedure.Form, partner.Id, await Earlier(its.Id, ct)) : new(command.Answers ?? new Dictionary<string, string>()));
        var referral = Referral.Draft(await numbers.NextReferral(ct), its, site.Name,
            new(partner.Id, partner.Name, unit.Id, unit.Name, procedure.Id, procedure.Title, procedure.Form.Version), request, user, clock.GetUtcNow());
        db.Referrals.Add(referral);
        await db.SaveChangesAsync(ct);
        return referral.Id;
    }
    private async Task<IReadOnlyList<EarlierAnswers>> Earlier(Guid caseId, CancellationToken ct)
    {
        var earlier = new List<EarlierAnswers>();
        foreach (var referral in await db.Referrals.AsNoTracking().VisibleTo(user).Where(one => one.CaseId == caseId).OrderByDescending(one => one.ChangedAt).ToListAsync(ct))
        {
            if (await partners.Procedure(referral.To.ProcedureId, referral.To.FormVersion, ct) is { Form: var form })
                earlier.Add(new(referral.To.PartnerId, form, referral.Request.Answers));
        }
        return earlier;
    }
}
