namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class RedirectReferralPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public RedirectReferral Input { get; set; } = new(default, null);

    public RedirectChoice Choice { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        return Choice?.Draft is { } draft ? LocalRedirect($"/referrals/{draft}/write") : shown;
    }

    /// <summary>The referral's page sends no procedure: the only one that fits is taken, and only between several is a choice asked for.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] bool oneClick, CancellationToken ct)
    {
        if (oneClick)
        {
            var shown = await OnGetAsync(id, ct);
            if (shown is not PageResult)
                return shown;
            if (Choice.Only is null)
                return LocalRedirect($"/referrals/{id}/redirect");
            Input = Input with { ProcedureId = Choice.Only };
        }
        return await this.SendOrShowAgain(Input with { ReferralId = id }, then: draft => $"/referrals/{draft}/write", again: () => Read(id, ct), ct).ThenNotify(this, "Redirect.Done");
    }

    /// <summary>Where there is nothing to redirect, the referral's own page says what there is.</summary>
    private async Task<IActionResult> Read(Guid id, CancellationToken ct)
    {
        var answer = await mediator.Send(new ProceduresToRedirectTo(id), ct);
        if (answer.Refusal is { Type: not RefusalTypes.NotFound })
            return LocalRedirect($"/referrals/{id}");
        return await this.Show(Task.FromResult(answer), choice => Choice = choice);
    }
}
