namespace Pimms.Referrals;

internal sealed record RecordConsent(Guid CaseId, ConsentKind? Kind, IReadOnlyList<Guid>? PartnerIds, DateOnly? GivenOn, DateOnly? ValidUntil) : IRequest<Result<Guid>>;

internal sealed class RecordConsentValidator : AbstractValidator<RecordConsent>
{
    public RecordConsentValidator(TimeProvider clock)
    {
        RuleFor(consent => consent.Kind).NotNull().WithMessage("Consent.KindMissing").IsInEnum().WithMessage("Consent.KindMissing");
        RuleFor(consent => consent.PartnerIds).NotEmpty().WithMessage("Consent.PartnersMissing");
        RuleFor(consent => consent.GivenOn).NotNull().WithMessage("Consent.GivenOnMissing")
            .Must(day => day <= WorkingCalendar.DayOf(clock.GetUtcNow())).WithMessage("Consent.GivenLater");
        RuleFor(consent => consent.ValidUntil).NotNull().WithMessage("Consent.ValidUntilMissing")
            .Must((consent, until) => until >= consent.GivenOn).When(consent => consent.GivenOn is not null).WithMessage("Consent.EndsBeforeStart")
            .Must((consent, until) => until <= consent.GivenOn!.Value.AddYears(2)).When(consent => consent.GivenOn is not null).WithMessage("Consent.TooLong");
    }
}

internal sealed class RecordConsentHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners) : IRequestHandler<RecordConsent, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(RecordConsent command, CancellationToken ct)
    {
        var its = await db.Cases.VisibleTo(user).Existing(command.CaseId, ct);
        var known = (await partners.Partners(ct)).Select(partner => partner.Id).ToHashSet();
        if (!command.PartnerIds!.All(known.Contains))
            return Refusal.Of(nameof(command.PartnerIds), "Consent.PartnerUnknown");

        var consent = its.Record(command.Kind!.Value, command.PartnerIds!, command.GivenOn!.Value, command.ValidUntil!.Value, user);
        await db.SaveChangesAsync(ct);
        return consent.Id;
    }
}
