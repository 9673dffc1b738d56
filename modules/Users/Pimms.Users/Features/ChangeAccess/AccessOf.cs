using Pimms.Partners.Contracts;

namespace Pimms.Users;

/// <summary>What a person may do now, and what may be chosen instead.</summary>
internal sealed record AccessOf(Guid PersonId) : IRequest<Result<AccessChoices>>;

internal sealed record AccessChoices(PersonView Person, IReadOnlyList<Role> Roles, IReadOnlyList<Choice> Sites, IReadOnlyList<Choice> Units);

internal sealed class AccessOfHandler(UsersDbContext db, CurrentUser user, Places places, IPartnerDirectory partners) : IRequestHandler<AccessOf, Result<AccessChoices>>
{
    public async Task<Result<AccessChoices>> Handle(AccessOf query, CancellationToken ct)
    {
        if (await db.People.ManagedBy(user).AsNoTracking().SingleOrDefaultAsync(one => one.Id == query.PersonId, ct) is not { } person)
            return Refusal.NotFound;
        var roles = Enum.GetValues<Role>().Where(role => role.Side() == person.Side && user.MayManage(role)).ToList();
        return new AccessChoices(PersonView.Of(person, await places.Of([person], ct)), roles, await Sites(person, ct), await Units(person, ct));
    }

    private async Task<IReadOnlyList<Choice>> Sites(Person person, CancellationToken ct) =>
        person.Side == Side.Association
            ? [.. (await db.Sites.ManagedBy(user).OrderBy(site => site.Name).Select(site => new { site.Id, site.Name }).ToListAsync(ct)).Select(site => new Choice(site.Id, site.Name))]
            : [];

    private async Task<IReadOnlyList<Choice>> Units(Person person, CancellationToken ct) =>
        person.PartnerId is { } partner ? [.. (await partners.Partner(partner, ct))?.Units.Select(unit => new Choice(unit.Id, unit.Name)) ?? []] : [];
}
