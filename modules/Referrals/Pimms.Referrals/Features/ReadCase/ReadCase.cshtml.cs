namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class ReadCasePage(IMediator mediator, Dates dates, PermissionTable permissions, CurrentUser user) : PageModel
{
    public CaseView View { get; private set; } = default!;

    /// <summary>Those for which the association owes the next step.</summary>
    public IReadOnlyList<CaseReferral> ToDo => In(InboxFilters.ToDo(Side.Association));

    public IReadOnlyList<CaseReferral> Drafts => In(ReferralState.Draft);

    /// <summary>Those for which the partner, or time, owes it; the one whose promise is due first on top.</summary>
    public IReadOnlyList<CaseReferral> Waiting => [.. In(InboxFilters.Waiting(Side.Association)).OrderBy(referral => DueFacts.Of(referral).RunningDueOn ?? referral.ResumeOn ?? DateOnly.MaxValue)];

    public IReadOnlyList<Consent> Consents => [.. View.Case.Consents.OrderByDescending(consent => consent.GivenOn)];

    public bool HasConsent => View.Case.Consents.Any(consent => consent.HoldsOn(dates.Today));

    public bool MayAssign => permissions.Allows(user, ReferralsPermissions.AssignCase);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadCase(id), ct), view => View = view);

    public string PartnersOf(Consent consent) => NamesOf(consent.PartnerIds);

    public string NamesOf(IEnumerable<Guid> partnerIds) =>
        string.Join(", ", partnerIds.Select(partner => View.PartnerNames.GetValueOrDefault(partner)).OfType<string>().Order(StringComparer.CurrentCulture));

    private IReadOnlyList<CaseReferral> In(params ReferralState[] states) => [.. View.Referrals.Where(referral => states.Contains(referral.State))];
}
