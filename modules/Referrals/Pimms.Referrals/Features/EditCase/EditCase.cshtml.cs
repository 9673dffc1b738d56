namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class EditCasePage(IMediator mediator, Dates dates) : PageModel
{
    [BindProperty]
    public EditCase Input { get; set; } = default!;

    /// <summary>The case as it stands now.</summary>
    public Case Case { get; private set; } = default!;

    /// <summary>Then it is asked whether that is meant; not when it stays as it was.</summary>
    public bool HarmDateIsPast => Input.HarmDate < dates.Today && Input.HarmDate != Case.HarmDate;

    private CommuneName? commune;

    /// <summary>Somebody saved it while this was typed.</summary>
    public bool ChangedMeanwhile => ViewData["Refusal"] is Refusal { Type: RefusalTypes.Stale };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        if (Case is not null)
            Input = new(id, Case.Version, BeneficiaryInput.Of(Case.Beneficiary, commune), Case.Situation, Case.HarmDate);
        return shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { CaseId = id, Beneficiary = Input.Beneficiary ?? BeneficiaryInput.Unknown }, then: $"/cases/{id}", again: () => Read(id, ct), ct).ThenNotify(this, "EditCase.Done");

    private Task<IActionResult> Read(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadCase(id), ct), view => (Case, commune) = (view.Case, view.Commune));
}
