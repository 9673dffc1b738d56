namespace Pimms.Conventions;

/// <summary>Says who speaks for each side of a convention, and who stands in: also after it was signed, because people change.</summary>
internal sealed record NameReferents : IRequest<Result>
{
    public Guid Id { get; init; }

    public uint Version { get; init; }

    public ReferentsContent Referents { get; init; } = new();
}

internal sealed class NameReferentsHandler(ConventionsDbContext db, CurrentUser user, IUserDirectory users, TimeProvider clock) : IRequestHandler<NameReferents, Result>
{
    public async Task<Result> Handle(NameReferents request, CancellationToken cancellationToken)
    {
        var convention = await db.AtVersion(request.Id, request.Version, user, cancellationToken);
        return await convention.Name(request.Referents, users, user, clock.GetUtcNow(), cancellationToken) is { } refusal
            ? refusal
            : await Result.Done.Then(() => db.SaveChangesAsync(cancellationToken));
    }
}

internal static class Naming
{
    /// <summary>Those of a content, when it says some.</summary>
    public static Task<Refusal?> Name(this Convention convention, ConventionContent content, IUserDirectory users, CurrentUser by, DateTimeOffset at, CancellationToken ct) =>
        content.Covers(ContentPart.People) && content.Referents is { } referents ? convention.Name(referents, users, by, at, ct) : Task.FromResult<Refusal?>(null);

    /// <summary>Each has to be an active person of its side, and stands in one place.</summary>
    public static async Task<Refusal?> Name(this Convention convention, ReferentsContent content, IUserDirectory users, CurrentUser by, DateTimeOffset at, CancellationToken ct)
    {
        (string Field, Side Side, ReferentRank Rank, Guid? Person)[] places =
        [
            (nameof(content.Association), Side.Association, ReferentRank.Referent, content.Association),
            (nameof(content.AssociationDeputy), Side.Association, ReferentRank.Deputy, content.AssociationDeputy),
            (nameof(content.Partner), Side.Partner, ReferentRank.Referent, content.Partner),
            (nameof(content.PartnerDeputy), Side.Partner, ReferentRank.Deputy, content.PartnerDeputy),
        ];
        var named = new Dictionary<(Side, ReferentRank), PersonSummary>();
        foreach (var side in places.Where(place => place.Person is not null).GroupBy(place => place.Side))
        {
            var people = await users.PeopleOf(side.Key == Side.Partner ? convention.PartnerId : null, ct);
            foreach (var place in side)
            {
                var field = $"{nameof(ConventionContent.Referents)}.{place.Field}";
                if (people.FirstOrDefault(one => one.Id == place.Person) is not { } person)
                    return Refusal.Of(field, "NameReferents.NotOfThisSide");
                if (named.Values.Any(one => one.Id == person.Id))
                    return Refusal.Of(field, "NameReferents.Twice");
                named[(place.Side, place.Rank)] = person;
            }
        }
        return convention.NameReferents(named, by, at).Refusal;
    }
}
