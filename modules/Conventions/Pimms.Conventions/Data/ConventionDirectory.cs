namespace Pimms.Conventions;

/// <summary>Answers from the database each time, in one query by partner: what an administrator just changed counts at once.</summary>
internal sealed class ConventionDirectory(ConventionsDbContext db) : IConventionDirectory
{
    public async Task<Channel> Channel(Guid partnerId, Guid procedureId, string? commune, DateOnly date, CancellationToken ct) =>
        (await Channels(partnerId, [procedureId], commune, date, ct))[procedureId];

    public async Task<IReadOnlyDictionary<Guid, Channel>> Channels(Guid partnerId, IReadOnlyCollection<Guid> procedureIds, string? commune, DateOnly date, CancellationToken ct)
    {
        var conventions = await db.Conventions.AsNoTracking()
            .Where(convention => convention.PartnerId == partnerId && convention.State != ConventionState.Draft)
            .Select(ChannelCandidate.With(procedureIds))
            .AsSingleQuery()
            .ToListAsync(ct);
        return procedureIds.Distinct().ToDictionary(procedure => procedure, procedure => ChannelRule.Decide(conventions, procedure, commune, date));
    }
}
