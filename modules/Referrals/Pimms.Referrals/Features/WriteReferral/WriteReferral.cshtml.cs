namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class WriteReferralPage(IMediator mediator, Texts texts, Dates dates, TimeProvider clock) : PageModel
{
    private const string AnswerPrefix = "Input.Answers.";

    [BindProperty]
    public WriteReferral Input { get; set; } = default!;

    /// <summary>The draft as it is kept now.</summary>
    public DraftView Draft { get; private set; } = default!;

    /// <summary>Somebody saved it while this was typed.</summary>
    public bool ChangedMeanwhile => ViewData["Refusal"] is Refusal { Type: RefusalTypes.Stale };

    /// <summary>Answers that the case knew already: nobody has written here yet.</summary>
    public bool Prefilled => Draft.Referral is { Revision: 0, Request.Answers.Count: > 0 };

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
        var written = this.SendOrShowAgain(Typed(id), then: _ => Input.GoOn ? $"/referrals/{id}/check" : $"/referrals/{id}/write", again: () => Read(id, ct), ct);
        return Input.GoOn ? await written : await written.ThenNotify(this, "Write.Saved");
    }

    /// <summary>What script keeps while one types: the version to go on from, and the words to show.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        var kept = await mediator.Send(Typed(id) with { GoOn = false }, ct);
        return kept.Refusal switch
        {
            null => new JsonResult(new { Version = kept.Value, Words = KeptAt(clock.GetUtcNow()) }),
            { Type: RefusalTypes.Stale } stale => Told(stale, texts["Write.KeptElsewhere"]),
            var refusal => Told(refusal, refusal.Errors[0].InWords(texts)),
        };
    }

    /// <summary>"Enregistré à 14 h 32", with the day when it is another one.</summary>
    public string KeptAt(DateTimeOffset at) => texts["Write.KeptAt", Dates.DayOf(at) == dates.Today ? dates.Time(at) : dates.Moment(at)];

    private static JsonResult Told(Refusal refusal, string words) => new(new { Words = words }) { StatusCode = refusal.Status };

    /// <summary>The form is only known at run time, so its answers are in no model that the framework could bind.</summary>
    private WriteReferral Typed(Guid id) => Input with
    {
        ReferralId = id,
        Answers = Request.Form.Where(field => field.Key.StartsWith(AnswerPrefix, StringComparison.Ordinal)).ToDictionary(field => field.Key[AnswerPrefix.Length..], field => field.Value.ToString()),
    };

    private Task<IActionResult> Read(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadDraft(id), ct), draft => Draft = draft);
}
