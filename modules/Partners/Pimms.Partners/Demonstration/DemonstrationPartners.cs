namespace Pimms.Partners;

/// <summary>The partners of the demonstration association, with the ids that the other modules know them by.</summary>
internal sealed class DemonstrationPartners(PartnersDbContext db, DateTimeOffset now)
{
    private Guid partnerId;
    private Guid unitId;

    public void Add()
    {
        DemonstrationAuthorities.Add(this);
        DemonstrationCommunities.Add(this);
        DemonstrationDelegates.Add(this);
        DemonstrationEnergy.Add(this);
    }

    public void Partner(string slug, string name, PartnerKind kind) =>
        db.Partners.Add(new Partner(partnerId = DemonstrationId.Of($"partner:{slug}"), name, kind));

    public void Unit(string slug, string name, string mailbox, string instructions) =>
        db.Units.Add(new PartnerUnit(unitId = DemonstrationId.Of($"unit:{slug}"), partnerId, name, instructions, $"{mailbox}.example"));

    public void Procedure(string slug, string title, string description, params FormField[] fields)
    {
        var procedure = new Procedure(DemonstrationId.Of($"procedure:{slug}"), partnerId, unitId, title, description);
        db.Procedures.Add(procedure);
        db.Forms.Add(procedure.Revise(fields, [], now.AddMonths(-14)));
    }
}
