namespace Pimms.Referrals;

/// <param name="Categories">What the partners may know; everything when null.</param>
/// <param name="Renews">The consent of the same case that this one continues.</param>
internal sealed record RecordConsent(
    Guid CaseId, ConsentKind? Kind, IReadOnlyList<Guid>? PartnerIds, DateOnly? GivenOn, DateOnly? ValidUntil, IReadOnlyList<ConsentCategory>? Categories = null,
    [property: OneLine] string? RepresentativeName = null, [property: OneLine] string? RepresentativeQuality = null, [property: OneLine] string? Evidence = null, Guid? Renews = null) : IRequest<Result<Guid>>;

internal sealed class RecordConsentValidator : AbstractValidator<RecordConsent>
{
    public RecordConsentValidator(TimeProvider clock)
    {
        RuleFor(consent => consent.Kind).NotNull().WithMessage("Consent.KindMissing").IsInEnum().WithMessage("Consent.KindMissing");
        RuleFor(consent => consent.PartnerIds).NotEmpty().WithMessage("Consent.PartnersMissing");
        RuleFor(consent => consent.Categories).NotEmpty().When(consent => consent.Categories is not null).WithMessage("Consent.CategoriesMissing");
        RuleForEach(consent => consent.Categories).IsInEnum().WithMessage("Consent.CategoriesMissing");
        RuleFor(consent => consent.GivenOn).NotNull().WithMessage("Consent.GivenOnMissing")
            .Must(day => day <= WorkingCalendar.DayOf(clock.GetUtcNow())).WithMessage("Consent.GivenLater")
            .Must(day => day is null || day >= WorkingCalendar.DayOf(clock.GetUtcNow()).AddYears(-2)).WithMessage("Consent.GivenTooLongAgo");
        RuleFor(consent => consent.ValidUntil).NotNull().WithMessage("Consent.ValidUntilMissing")
            .Must((consent, until) => until >= consent.GivenOn).When(consent => consent.GivenOn is not null).WithMessage("Consent.EndsBeforeStart")
            .Must((consent, until) => until <= consent.GivenOn!.Value.AddYears(2)).When(consent => consent.GivenOn is not null).WithMessage("Consent.TooLong");
        When(consent => consent.Kind == ConsentKind.LegalRepresentative, () =>
        {
            RuleFor(consent => consent.RepresentativeName).NotEmpty().WithMessage("Consent.RepresentativeNameMissing");
            RuleFor(consent => consent.RepresentativeQuality).NotEmpty().WithMessage("Consent.RepresentativeQualityMissing");
        });
        RuleFor(consent => consent.RepresentativeName).MaximumLength(100).WithMessage("Case.TooLong");
        RuleFor(consent => consent.RepresentativeQuality).MaximumLength(100).WithMessage("Case.TooLong");
        RuleFor(consent => consent.Evidence).MaximumLength(500).WithMessage("Case.TooLong");
    }
}

internal sealed class RecordConsentHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, MandateTemplate template) : IRequestHandler<RecordConsent, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(RecordConsent command, CancellationToken ct)
    {
        var its = await db.Cases.Include(one => one.Consents).VisibleTo(user).Existing(command.CaseId, ct);
        var known = (await partners.Partners(ct)).Select(partner => partner.Id).ToHashSet();
        if (!command.PartnerIds!.All(known.Contains))
            return Refusal.Of(nameof(command.PartnerIds), "Consent.PartnerUnknown");
        if (command.Renews is { } renewed && its.Consents.All(one => one.Id != renewed))
            return Refusal.Of(nameof(command.Renews), "Consent.RenewsUnknown");

        var consent = its.Record(command.Kind!.Value, command.PartnerIds!, command.GivenOn!.Value, command.ValidUntil!.Value, user, new()
        {
            Categories = command.Categories, Evidence = Trimmed(command.Evidence), Renews = command.Renews,
            RepresentativeName = Trimmed(command.RepresentativeName), RepresentativeQuality = Trimmed(command.RepresentativeQuality),
            TemplateVersion = MandateTemplate.Version, TemplateHash = template.Hash,
        });
        await db.SaveChangesAsync(ct);
        return consent.Id;
    }

    private static string? Trimmed(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
