using Microsoft.AspNetCore.Http;

namespace Pimms.Referrals;

/// <summary>The files of a referral, and one more. With script the form asks for words instead of a page, so that nothing chosen is lost.</summary>
[Permission(ReferralsPermissions.ReadReferrals)]
internal sealed class AttachDocumentPage(IMediator mediator, CurrentUser user, Texts texts) : ActPage(mediator)
{
    /// <summary>Sent by the script that shows how far an upload is.</summary>
    private const string InWords = "X-In-Words";

    [BindProperty]
    public AttachDocument Input { get; set; } = new(default, null, Visibility.Shared);

    public override bool Possible => Referral.TakesDocumentsOf(user.Side);

    public bool IsDraft => Referral.State == ReferralState.Draft;

    /// <summary>What the procedure requires before the draft can be sent.</summary>
    public IReadOnlyList<string> Missing => IsDraft ? RequiredDocuments.Missing(View.Form, View.Documents) : [];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var there = $"/referrals/{id}/documents";
        var answer = await this.SendOrShowAgain(Input with { ReferralId = id }, _ => there, () => ShowAgain(id, ct), ct).ThenNotify(this, "AttachDocument.Done");
        if (!Request.Headers.ContainsKey(InWords))
            return answer;
        return answer is LocalRedirectResult ? Content(there) : new ContentResult { StatusCode = StatusCodes.Status422UnprocessableEntity, Content = Said() };
    }

    private string Said() => string.Join(' ', ModelState.Values.SelectMany(entry => entry.Errors).Select(error => texts.Say(error.ErrorMessage)));
}
