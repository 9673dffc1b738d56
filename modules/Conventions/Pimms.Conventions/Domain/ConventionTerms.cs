namespace Pimms.Conventions;

/// <summary>What was agreed, as one version: 1 as signed, then one more for each amendment, from its effective day on. A version in force never changes.</summary>
internal sealed class ConventionTerms
{
    private readonly List<Commitment> commitments = [];

    public Guid ConventionId { get; private init; }

    /// <summary>1 and up; what a referral keeps of the version it was sent under.</summary>
    public int Number { get; private init; }

    public Guid PartnerId { get; private init; }

    public bool Published { get; private set; }

    public DateOnly EffectiveOn { get; private set; }

    /// <summary>The last day that was agreed, whatever became of it.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>INSEE codes; empty means everywhere.</summary>
    public string[] Communes { get; private set; } = [];

    public string LegalBasis { get; private set; } = "";

    public IReadOnlyList<DisclosedField> Disclosed { get; private set; } = [];

    /// <summary>1 to 36.</summary>
    public int RetentionMonths { get; private set; }

    /// <summary>Whether the social-security number may be written in a referral.</summary>
    public bool NirAllowed { get; private set; }

    public IReadOnlyList<Commitment> Commitments => commitments;

    public static ConventionTerms First(Convention convention) => new() { ConventionId = convention.Id, PartnerId = convention.PartnerId, Number = 1 };

    /// <summary>Only while the convention is a draft.</summary>
    public void Write(ConventionContent content, IReadOnlyDictionary<Guid, string> titles)
    {
        (EffectiveOn, EndsOn) = (content.StartsOn!.Value, content.EndsOn!.Value);
        Communes = content.CommuneCodes;
        LegalBasis = content.LegalBasis;
        Disclosed = [.. content.DisclosedFields.Where(field => field.When is not null).Select(field => new DisclosedField(field.Field, field.When!.Value))];
        RetentionMonths = content.RetentionMonths!.Value;
        NirAllowed = content.NirAllowed;

        var covered = content.Procedures.Where(procedure => procedure.Covered).ToDictionary(procedure => procedure.ProcedureId);
        commitments.RemoveAll(commitment => !covered.ContainsKey(commitment.ProcedureId));
        foreach (var procedure in covered.Values)
        {
            var commitment = commitments.Find(known => known.ProcedureId == procedure.ProcedureId);
            if (commitment is null)
                commitments.Add(commitment = Commitment.Of(this, procedure.ProcedureId));
            commitment.Write(titles[procedure.ProcedureId], procedure);
        }
    }

    public void Publish()
    {
        Published = true;
        commitments.ForEach(commitment => commitment.Publish());
    }
}
