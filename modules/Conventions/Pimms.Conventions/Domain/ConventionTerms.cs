namespace Pimms.Conventions;

/// <summary>What was agreed, as one version: 1 as signed, then one more for each amendment, from its effective day on. A published version never changes; the database refuses it too.</summary>
internal sealed class ConventionTerms : IJournaled
{
    private readonly List<Commitment> commitments = [];

    public Guid ConventionId { get; private init; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) JournalSubject => ("convention", ConventionId);

    /// <summary>1 and up; what a referral keeps of the version it was sent under.</summary>
    public int Number { get; private init; }

    public Guid PartnerId { get; private init; }

    public bool Published { get; private set; }

    public DateOnly EffectiveOn { get; private set; }

    /// <summary>Why it was amended; empty for the first version.</summary>
    public string AmendedBecause { get; private init; } = "";

    /// <summary>The amendment's own, when it has one; the convention's for the first version.</summary>
    public string Reference { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    /// <summary>The last day that was written, whatever became of it.</summary>
    public DateOnly EndsOn { get; private set; }

    public int? RenewalMonths { get; private set; }

    public int? NoticeMonths { get; private set; }

    /// <summary>INSEE codes; empty means everywhere.</summary>
    public string[] Communes { get; private set; } = [];

    public string LegalBasis { get; private set; } = "";

    public IReadOnlyList<DisclosedField> Disclosed { get; private set; } = [];

    /// <summary>1 to 36.</summary>
    public int RetentionMonths { get; private set; } = 24;

    /// <summary>Whether the social-security number may be written in a referral.</summary>
    public bool NirAllowed { get; private set; }

    /// <summary>Null when the partner pays nothing.</summary>
    public Contribution? Contribution { get; private set; }

    public IReadOnlyList<Commitment> Commitments => commitments;

    public static ConventionTerms First(Convention convention) => new() { ConventionId = convention.Id, PartnerId = convention.PartnerId, Number = 1 };

    /// <summary>The version that follows; it is published with the convention.</summary>
    public static ConventionTerms Next(Convention convention, ConventionContent content, IReadOnlyDictionary<Guid, string> titles, DateOnly effectiveOn, string because)
    {
        var next = new ConventionTerms { ConventionId = convention.Id, PartnerId = convention.PartnerId, Number = convention.Terms[^1].Number + 1, AmendedBecause = because };
        next.Write(content, titles);
        next.EffectiveOn = effectiveOn;
        next.Publish();
        return next;
    }

    /// <summary>Only while it is not published: what the content covers, the rest stays.</summary>
    public void Write(ConventionContent content, IReadOnlyDictionary<Guid, string> titles)
    {
        if (content.Covers(ContentPart.Agreement))
        {
            (Reference, Title, Purpose, EffectiveOn, EndsOn) = (content.Reference, content.Title, content.Purpose, content.StartsOn!.Value, content.EndsOn!.Value);
            (RenewalMonths, NoticeMonths) = (content.AgreedRenewal?.Months, content.AgreedRenewal?.NoticeMonths);
        }
        if (content.Covers(ContentPart.Territory))
            Communes = content.CommuneCodes;
        if (content.Covers(ContentPart.Commitments))
            Write(content.Procedures.Where(procedure => procedure.Covered).ToDictionary(procedure => procedure.ProcedureId), titles);
        if (content.Covers(ContentPart.Data))
        {
            (LegalBasis, RetentionMonths, NirAllowed) = (content.LegalBasis, content.RetentionMonths!.Value, content.NirAllowed);
            Disclosed = [.. content.DisclosedFields.Where(field => field.When is not null).Select(field => new DisclosedField(field.Field, field.When!.Value))];
        }
        if (content.Covers(ContentPart.People))
            Contribution = content.Contribution?.Agreed;
    }

    public void Publish()
    {
        Published = true;
        commitments.ForEach(commitment => commitment.Publish());
    }

    private void Write(Dictionary<Guid, ProcedureContent> covered, IReadOnlyDictionary<Guid, string> titles)
    {
        commitments.RemoveAll(commitment => !covered.ContainsKey(commitment.ProcedureId));
        foreach (var procedure in covered.Values)
        {
            var commitment = commitments.Find(known => known.ProcedureId == procedure.ProcedureId);
            if (commitment is null)
                commitments.Add(commitment = Commitment.Of(this, procedure.ProcedureId));
            commitment.Write(titles[procedure.ProcedureId], procedure);
        }
    }
}
