namespace Pimms.Users;

/// <summary>How one is told of referrals and conventions.</summary>
internal sealed record ChosenMails : IRequest<Result<ChosenDelivery>>;

/// <param name="Version">0 where nothing was chosen yet.</param>
/// <param name="Delivery">At once, where nothing was chosen.</param>
internal sealed record ChosenDelivery(uint Version, MailDelivery Delivery);

internal sealed class ChosenMailsHandler(UsersDbContext db, CurrentUser user) : IRequestHandler<ChosenMails, Result<ChosenDelivery>>
{
    public async Task<Result<ChosenDelivery>> Handle(ChosenMails query, CancellationToken ct) => await db.ChosenBy(user, ct);
}
