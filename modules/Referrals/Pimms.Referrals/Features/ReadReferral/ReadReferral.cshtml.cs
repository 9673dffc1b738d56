using Microsoft.AspNetCore.Http;

namespace Pimms.Referrals;

[Permission(ReferralsPermissions.ReadReferrals)]
internal sealed class ReadReferralPage(IMediator mediator, CurrentUser user, TurnInWords turns) : PageModel
{
    /// <summary>The message form of the page; it is sent to the messages' own.</summary>
    public PostMessage Input { get; } = new(default, null, Visibility.Shared);

    public ReferralView View { get; private set; } = default!;

    /// <summary>What is left for a partner when the beneficiary withdrew the agreement.</summary>
    public TombstoneView? Tombstone { get; private set; }

    /// <summary>The redirections that it is part of; empty for a partner.</summary>
    public IReadOnlyList<ChainLink> Chain { get; private set; } = [];

    /// <summary>Nothing goes on from it yet.</summary>
    public bool CanBeRedirected => user.Side == Side.Association && View.Referral.CanBeRedirected && !Chain.Any(link => link.FromId == View.Referral.Id);

    public Turn Turn => turns.Say(View.Referral);

    public CurrentUser Me => user;

    public bool IsOpen => ReferralMoves.OpenStates.Contains(View.Referral.State);

    /// <summary>The expected next step first, then the table's order.</summary>
    public IEnumerable<Move> Moves => View.AllowedMoves.OrderBy(move => MoveLinks.IsExpected(move, View.Referral.State) ? 0 : 1);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var answer = await mediator.Send(new ReadReferral(id, ByPerson: true), ct);
        if (answer.Refusal is not null)
            return await Gone(id, ct);
        View = answer.Value;
        Chain = (await mediator.Send(new ReadChain(id), ct)).Value;
        return View.Referral.State == ReferralState.Draft ? LocalRedirect($"/referrals/{id}/write") : Page();
    }

    private async Task<IActionResult> Gone(Guid id, CancellationToken ct)
    {
        var shown = await this.Show(mediator.Send(new ReadTombstone(id), ct), tombstone => Tombstone = tombstone);
        if (Tombstone is not null)
            Response.StatusCode = StatusCodes.Status410Gone;
        return shown;
    }
}
