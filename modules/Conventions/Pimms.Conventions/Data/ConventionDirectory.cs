namespace Pimms.Conventions;

/// <summary>Answers from the database each time, in one query by partner: what an administrator just changed counts at once. Only a capped procedure asks a second one, for the month's number.</summary>
internal sealed class ConventionDirectory(ConventionsDbContext db, ISentReferrals sent) : IConventionDirectory
{
    public async Task<Channel> Channel(Guid partnerId, Guid procedureId, string? commune, DateOnly date, CancellationToken ct) =>
        (await Channels(partnerId, [procedureId], commune, date, ct))[procedureId];

    public async Task<IReadOnlyDictionary<Guid, Channel>> Channels(Guid partnerId, IReadOnlyCollection<Guid> procedureIds, string? commune, DateOnly date, CancellationToken ct)
    {
        var conventions = await ChannelQuery.Of(db, partnerId, [.. procedureIds]).ToListAsync(ct);
        var channels = procedureIds.Distinct().ToDictionary(procedure => procedure, procedure => ChannelRule.Decide(conventions, procedure, commune, date));
        foreach (var capped in channels.Where(channel => channel.Value.Terms?.MonthlyCap is not null).GroupBy(channel => channel.Value.Terms!.ConventionId).ToList())
        {
            var counts = await sent.InMonth(capped.Key, [.. capped.Select(channel => channel.Key)], date, ct);
            foreach (var (procedure, channel) in capped)
                channels[procedure] = ChannelRule.Cap(channel, counts.GetValueOrDefault(procedure), date);
        }
        return channels;
    }

    public async Task<bool> HaveAllEnded(Guid partnerId, CancellationToken ct)
    {
        var ended = await db.Conventions.Where(convention => convention.PartnerId == partnerId && convention.State != ConventionState.Draft)
            .Select(convention => convention.State == ConventionState.Ended).Distinct().ToListAsync(ct);
        return ended is [true];
    }
}
