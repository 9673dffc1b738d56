namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class WriteReferralPage(IMediator mediator) : PageModel
{
    private const string AnswerPrefix = "Input.Answers.";

    [BindProperty]
    public WriteReferral Input { get; set; } = default!;

    /// <summary>The draft as it is kept now.</summary>
    public DraftView Draft { get; private set; } = default!;

    /// <summary>Somebody saved it while this was typed.</summary>
    public bool ChangedMeanwhile => ViewData["Refusal"] is Refusal { Type: RefusalTypes.Stale };

    public IReadOnlyDictionary<string, string> Labels => Draft.Form.Fields.ToDictionary(NameOf, one => one.Label);

    public static string NameOf(FormField field) => NameOf(field.Key);

    public static string NameOf(string key) => AnswerPrefix + key;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        if (Draft is null)
            return shown;
        var (referral, written) = (Draft.Referral, Draft.Referral.Request);
        Input = new(id, (uint)referral.Revision, written.Subject, written.ExpectedOutcome, written.Urgency, written.UrgencyReason, written.Answers, false);
        return Draft.IsDraft ? shown : LocalRedirect($"/referrals/{id}");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        // The form is only known at run time, so its answers are in no model that the framework could bind.
        var answers = Request.Form.Where(field => field.Key.StartsWith(AnswerPrefix, StringComparison.Ordinal)).ToDictionary(field => field.Key[AnswerPrefix.Length..], field => field.Value.ToString());
        var written = this.SendOrShowAgain(
            Input with { ReferralId = id, Answers = answers }, then: Input.GoOn ? $"/referrals/{id}/check" : $"/referrals/{id}/write", again: () => Read(id, ct), ct);
        return Input.GoOn ? await written : await written.ThenNotify(this, "Write.Saved");
    }

    private Task<IActionResult> Read(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadDraft(id), ct), draft => Draft = draft);
}
