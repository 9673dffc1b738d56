namespace Pimms.Conventions;

/// <summary>All there is to read of a convention.</summary>
internal sealed record ConventionView
{
    public required Guid Id { get; init; }
    public required uint Version { get; init; }
    public required ConventionState State { get; init; }
    public required Guid PartnerId { get; init; }
    public required string PartnerName { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly EndsOn { get; init; }
    public required DateOnly TermEndsOn { get; init; }
    public required DateOnly AgreedEndsOn { get; init; }
    public required int Renewals { get; init; }
    public required int? RenewalMonths { get; init; }
    public required int? NoticeMonths { get; init; }
    public required DateOnly? NoticeBy { get; init; }
    public required EndReason? EndReason { get; init; }
    public required DateOnly? SignedOn { get; init; }
    public required IReadOnlyList<Signatory> Signatories { get; init; }
    public required string SuspendedBecause { get; init; }

    /// <summary>The day it was read, Europe/Paris.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>By number: as signed first.</summary>
    public required IReadOnlyList<TermsView> Versions { get; init; }

    public required IReadOnlyList<ReferentLine> Referents { get; init; }

    public required IReadOnlyList<FileLine> Files { get; init; }

    /// <summary>For administrators; null for everybody else, and when nothing waits.</summary>
    public required ProposalLine? Proposal { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<StepLine> Steps { get; init; }

    /// <summary>The communes of the version in force, by name; the same as fields show them.</summary>
    public IReadOnlyList<string> TerritoryNames { get; init; } = [];

    public IReadOnlyList<string> TerritoryWritten { get; init; } = [];

    /// <summary>Who is named, as a form starts from it.</summary>
    public ReferentsContent NamedReferents => new()
    {
        Association = Referent(Side.Association, ReferentRank.Referent)?.PersonId,
        AssociationDeputy = Referent(Side.Association, ReferentRank.Deputy)?.PersonId,
        Partner = Referent(Side.Partner, ReferentRank.Referent)?.PersonId,
        PartnerDeputy = Referent(Side.Partner, ReferentRank.Deputy)?.PersonId,
    };

    /// <summary>The version in force today; before it starts, the first.</summary>
    public TermsView Current => Versions.LastOrDefault(version => version.EffectiveOn <= Today) ?? Versions[0];

    /// <summary>The last day of the term that follows by itself; null when none will.</summary>
    public DateOnly? NextTermEndsOn => NoticeBy is not null && RenewalMonths is { } months && NoticeMonths is { } notice ? new Renewal(months, notice).EndAfter(AgreedEndsOn, Renewals + 1) : null;

    public Outlook Outlook => Outlook.Of(State, StartsOn, EndsOn, NoticeBy, Today);

    /// <summary>Euros that came in, corrections taken off.</summary>
    public decimal Received => Steps.Sum(step => step.Amount ?? 0);

    /// <summary>Signed, but the signed paper is not here.</summary>
    public bool Incomplete => SignedOn is not null && !Files.Any(file => file.Kind == FileKind.SignedConvention && file.State != DocumentState.Rejected);

    public ReferentLine? Referent(Side side, ReferentRank rank) => Referents.FirstOrDefault(one => one.Side == side && one.Rank == rank);

    /// <summary>The sides for which nobody speaks.</summary>
    public IEnumerable<Side> WithoutReferent => State == ConventionState.Ended ? [] : new[] { Side.Association, Side.Partner }.Where(side => Referent(side, ReferentRank.Referent) is null);
}

/// <summary>One version.</summary>
internal sealed record TermsView(
    int Number, DateOnly EffectiveOn, string AmendedBecause, string Reference, string Title, string Purpose, DateOnly EndsOn, int? RenewalMonths, int? NoticeMonths,
    string[] Communes, string LegalBasis, IReadOnlyList<DisclosedField> Disclosed, int RetentionMonths, bool NirAllowed, Contribution? Contribution, IReadOnlyList<CommitmentLine> Commitments);

/// <summary>What is promised for one procedure.</summary>
internal sealed record CommitmentLine(Guid ProcedureId, string ProcedureTitle, int AcknowledgeWithinDays, int AnswerWithinDays, int ExpiryDays, int? MonthlyCap);

/// <summary>Who speaks for a side, or stands in.</summary>
internal sealed record ReferentLine(Side Side, ReferentRank Rank, Guid PersonId, string Name);

/// <summary>A file of it.</summary>
internal sealed record FileLine(Guid Id, FileKind Kind, string FileName, long Size, DocumentState State, DateTimeOffset AddedAt, string AddedByName);

/// <summary>What waits for a second administrator.</summary>
internal sealed record ProposalLine(ProposalKind Kind, string Body, Guid ById, string ByName, DateTimeOffset At);

/// <summary>A line of the history.</summary>
internal sealed record StepLine(StepKind Kind, DateTimeOffset At, Guid ById, string ByName, string Reason, DateOnly? Day, decimal? Amount);
