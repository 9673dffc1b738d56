namespace Pimms.Referrals;

/// <summary>Whom a case's mediator could ask for what, whether that is open today, and whether the beneficiary agreed.</summary>
internal sealed record WhomToAsk(Guid CaseId) : IRequest<Result<PartnersToAsk>>;

internal sealed record PartnersToAsk(Guid CaseId, string CaseNumber, IReadOnlyList<PartnerToAsk> Partners);

internal sealed record PartnerToAsk(Guid Id, string Name, bool ConsentCovers, IReadOnlyList<UnitToAsk> Units)
{
    public IEnumerable<ProcedureToAsk> Procedures => Units.SelectMany(unit => unit.Procedures);

    public bool IsOpen => Procedures.Any(procedure => procedure.Channel.Open);
}

internal sealed record UnitToAsk(string Name, IReadOnlyList<ProcedureToAsk> Procedures);

internal sealed record ProcedureToAsk(Guid Id, string Title, Channel Channel);

internal sealed class WhomToAskHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory directory, IConventionDirectory conventions, Journal journal, TimeProvider clock)
    : IRequestHandler<WhomToAsk, Result<PartnersToAsk>>
{
    public async Task<Result<PartnersToAsk>> Handle(WhomToAsk query, CancellationToken ct)
    {
        var its = await db.Cases.AsNoTracking().Include(one => one.Consents).VisibleTo(user).Existing(query.CaseId, ct);
        journal.Saw("case", its.Id);
        var partners = new List<PartnerToAsk>();
        foreach (var known in await directory.Partners(ct))
        {
            if (await directory.Partner(known.Id, ct) is { } partner)
                partners.Add(await Offered(partner, its, ct));
        }
        return new PartnersToAsk(its.Id, its.Number, partners);
    }

    private async Task<PartnerToAsk> Offered(PartnerDetails partner, Case its, CancellationToken ct)
    {
        var today = WorkingCalendar.DayOf(clock.GetUtcNow());
        var procedures = partner.Units.SelectMany(unit => unit.Procedures).Select(procedure => procedure.Id).ToList();
        var channels = await conventions.Channels(partner.Id, procedures, its.Beneficiary.Commune, today, ct);
        var units = from unit in partner.Units
                    let offered = unit.Procedures.Select(procedure => new ProcedureToAsk(procedure.Id, procedure.Title, channels.GetValueOrDefault(procedure.Id) ?? new(ClosedReason.ProcedureNotCovered, null)))
                    where unit.Procedures.Count > 0
                    select new UnitToAsk(unit.Name, [.. offered]);
        return new(partner.Id, partner.Name, its.HasConsentFor(partner.Id, today), [.. units]);
    }
}
