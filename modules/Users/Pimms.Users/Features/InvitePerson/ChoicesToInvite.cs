using Pimms.Partners.Contracts;

namespace Pimms.Users;

/// <summary>What an invitation may say: for the association, or for one partner.</summary>
internal sealed record ChoicesToInvite(Guid? PartnerId) : IRequest<Result<InvitationChoices>>;

/// <param name="Partners">Where else one may invite to; empty for a manager.</param>
internal sealed record InvitationChoices(Guid? PartnerId, IReadOnlyList<Choice> Partners, IReadOnlyList<Role> Roles, IReadOnlyList<Choice> Sites, IReadOnlyList<Choice> Units);

internal sealed class ChoicesToInviteHandler(UsersDbContext db, CurrentUser user, IPartnerDirectory partners) : IRequestHandler<ChoicesToInvite, Result<InvitationChoices>>
{
    public async Task<Result<InvitationChoices>> Handle(ChoicesToInvite query, CancellationToken ct)
    {
        var partnerId = user.PartnerId ?? query.PartnerId;
        var side = partnerId is null ? Side.Association : Side.Partner;
        var roles = Enum.GetValues<Role>().Where(role => role.Side() == side && user.MayManage(role)).ToList();
        IReadOnlyList<Choice> others = user.Role == Role.Administrator ? [.. (await partners.Partners(ct)).Select(partner => new Choice(partner.Id, partner.Name))] : [];
        if (partnerId is { } id)
            return await partners.Partner(id, ct) is { } partner
                ? new InvitationChoices(id, others, roles, [], [.. partner.Units.Select(unit => new Choice(unit.Id, unit.Name))])
                : Refusal.NotFound;
        var sites = await db.Sites.ManagedBy(user).OrderBy(site => site.Name).Select(site => new { site.Id, site.Name }).ToListAsync(ct);
        return new InvitationChoices(null, others, roles, [.. sites.Select(site => new Choice(site.Id, site.Name))], []);
    }
}
