using Microsoft.Extensions.Caching.Memory;

namespace Pimms.Referrals;

/// <summary>What the inbox can be narrowed to. Mediators choose a partner first, then one of its procedures.</summary>
internal sealed record InboxChoices(Guid? PartnerId) : IRequest<Result<InboxChoicesFound>>;

internal sealed record InboxChoicesFound(IReadOnlyList<Choice> Partners, IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Procedures, IReadOnlyList<Choice> Colleagues);

internal sealed class InboxChoicesHandler(CurrentUser user, Lazy<IPartnerDirectory> partners, Lazy<IUserDirectory> users, IMemoryCache recent) : IRequestHandler<InboxChoices, Result<InboxChoicesFound>>
{
    /// <summary>Choices of a filter may be half a minute old; the inbox is the page that people load all day.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(30);

    public async Task<Result<InboxChoicesFound>> Handle(InboxChoices query, CancellationToken ct) =>
        (await recent.GetOrCreateAsync((typeof(InboxChoices), user.Id, query.PartnerId, string.Join(',', user.UnitIds)), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Recent;
            return Ask(query, ct);
        }))!;

    private async Task<InboxChoicesFound> Ask(InboxChoices query, CancellationToken ct)
    {
        var chosen = user.Side == Side.Partner ? user.PartnerId : query.PartnerId;
        var units = chosen is { } id ? (await partners.Value.Partner(id, ct))?.Units ?? [] : [];
        if (user.Side == Side.Partner)
            units = [.. units.Where(unit => user.UnitIds.Contains(unit.Id))];

        return new InboxChoicesFound(
            user.Side == Side.Partner ? [] : [.. (await partners.Value.Partners(ct)).Select(partner => new Choice(partner.Id, partner.Name))],
            [.. units.Select(unit => new Choice(unit.Id, unit.Name))],
            [.. units.SelectMany(unit => unit.Procedures).Select(procedure => new Choice(procedure.Id, procedure.Title))],
            user.Side == Side.Partner ? await Colleagues(units, ct) : []);
    }

    private async Task<IReadOnlyList<Choice>> Colleagues(IReadOnlyList<UnitDetails> units, CancellationToken ct)
    {
        var people = new List<PersonSummary>();
        foreach (var unit in units)
            people.AddRange(await users.Value.AgentsOf(unit.Id, ct));
        return [.. people.DistinctBy(person => person.Id).Where(person => person.Id != user.Id).OrderBy(person => person.Name).Select(person => new Choice(person.Id, person.Name))];
    }
}
