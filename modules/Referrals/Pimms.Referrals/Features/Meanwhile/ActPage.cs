namespace Pimms.Referrals;

/// <summary>
/// The page of one move or act. When somebody acted first, it shows what was typed again with what happened meanwhile, and carries the
/// current version: sending again is a choice. An act that is not possible any more leads back, and says why.
/// </summary>
internal abstract class ActPage(IMediator mediator) : PageModel
{
    /// <summary>The referral as it is now.</summary>
    public ReferralView View { get; private set; } = default!;

    public Referral Referral => View.Referral;

    /// <summary>What was missed while writing; null when nothing.</summary>
    public Meanwhile? Meanwhile { get; private set; }

    /// <summary>What the form is based on.</summary>
    public int Version => Referral.Revision;

    public virtual bool Possible => Move is { } move ? View.AllowedMoves.Contains(move) : ReferralMoves.OpenStates.Contains(Referral.State);

    /// <summary>The line of the table; null for an act that every open referral allows.</summary>
    protected virtual Move? Move => null;

    protected IMediator Mediator => mediator;

    /// <summary>Where one goes when it is done.</summary>
    protected virtual string Then(Guid id) => $"/referrals/{id}";

    /// <summary>What the page needs besides the referral.</summary>
    protected virtual Task Prepare(CancellationToken ct) => Task.CompletedTask;

    protected async Task<IActionResult> ShowForm(Guid id, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        if (View is null)
            return await Gone(id, shown, ct);
        if (Possible)
            return shown;
        this.Notify("Act.NotPossible");
        return LocalRedirect($"/referrals/{id}");
    }

    protected async Task<IActionResult> SendOrShowAgain(IRequest<Result> command, Guid id, uint seen, string done, CancellationToken ct)
    {
        var sent = await this.SendOrShowAgain(command, Then(id), () => ShowAgain(id, seen, ct), ct).ThenNotify(this, done);
        return await Gone(id, sent, ct);
    }

    /// <summary>What the beneficiary withdrew while the page was open leads to what is left of it: why it is gone.</summary>
    protected async Task<IActionResult> Gone(Guid id, IActionResult shown, CancellationToken ct) =>
        shown is NotFoundResult && (await mediator.Send(new ReadTombstone(id), ct)).Refusal is null ? LocalRedirect($"/referrals/{id}") : shown;

    /// <summary>For an act that depends on no version.</summary>
    protected Task<IActionResult> ShowAgain(Guid id, CancellationToken ct) => Read(id, ct);

    private async Task<IActionResult> ShowAgain(Guid id, uint seen, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        if (View is null)
            return shown;
        Meanwhile = Meanwhile.Since(View, seen, Possible);
        // The box says it better than the refusal does.
        if (Meanwhile is not null)
            ModelState.Remove("");
        return shown;
    }

    private async Task<IActionResult> Read(Guid id, CancellationToken ct)
    {
        var shown = await this.Show(mediator.Send(new ReadReferral(id, ByPerson: true), ct), view => View = view);
        if (View is not null)
            await Prepare(ct);
        return shown;
    }
}
