namespace Pimms.Conventions;

/// <summary>An agreement between the association and a partner: what opens, shapes, times and closes the channel between them.</summary>
internal sealed partial class Convention : Aggregate
{
    private readonly List<ConventionTerms> terms = [];
    private readonly List<ConventionStep> steps = [];
    private readonly List<Referent> referents = [];
    private readonly List<ConventionFile> files = [];

    private Convention()
    {
    }

    public Guid PartnerId { get; private init; }

    /// <summary>As the partner was called when this was written: it is what was signed.</summary>
    public string PartnerName { get; private set; } = "";

    public string Reference { get; private set; } = "";

    public string Title { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day as it stands today, inclusive: of the running term, of a prolongation, or of a notice that was given.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>The last day as it was written, in the convention or in its last amendment that changed it; further terms are counted from it.</summary>
    public DateOnly AgreedEndsOn { get; private set; }

    /// <summary>The last day of the running term; a prolongation goes beyond it.</summary>
    public DateOnly TermEndsOn { get; private set; }

    /// <summary>How many terms followed the one that was written.</summary>
    public int Renewals { get; private set; }

    public int? RenewalMonths { get; private set; }

    public int? NoticeMonths { get; private set; }

    /// <summary>The last day to give notice, or else a further term follows; null exactly when it will not renew by itself.</summary>
    public DateOnly? NoticeBy { get; private set; }

    public ConventionState State { get; private set; }

    /// <summary>Prolonged: also while it is suspended.</summary>
    public bool SignaturePending { get; private set; }

    /// <summary>Why it ended, or will; null as long as nothing was said.</summary>
    public EndReason? EndReason { get; private set; }

    /// <summary>The convention that takes its place; null when none.</summary>
    public Guid? ReplacedById { get; private set; }

    /// <summary>Whether the partner may see it: from its signature on.</summary>
    public bool Published { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    public IReadOnlyList<Signatory> Signatories { get; private set; } = [];

    /// <summary>Why, as mediators are told; empty unless suspended.</summary>
    public string SuspendedBecause { get; private set; } = "";

    /// <summary>Changes with every act, also one that only touches what belongs to it: two people at once are then noticed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<ConventionTerms> Terms => terms;

    public IReadOnlyList<ConventionStep> Steps => steps;

    public IReadOnlyList<Referent> Referents => referents;

    public IReadOnlyList<ConventionFile> Files => files;

    /// <summary>What waits for a second administrator; null when nothing.</summary>
    public Proposal? Proposal { get; private set; }

    /// <summary>Null when it ends at its end.</summary>
    public Renewal? Renewal => RenewalMonths is { } months && NoticeMonths is { } notice ? new(months, notice) : null;

    public static Convention Draft(ConventionContent content, PartnerDetails partner, CurrentUser by, DateTimeOffset at, Guid? id = null)
    {
        var convention = new Convention { Id = id ?? Guid.CreateVersion7(), PartnerId = partner.Id };
        convention.terms.Add(ConventionTerms.First(convention));
        convention.Write(content, partner);
        convention.Record(StepKind.Drafted, by, at);
        return convention;
    }

    /// <summary>What waited for approval was something else than what stands there now, so it waits no longer.</summary>
    public Result Edit(ConventionContent content, PartnerDetails partner, CurrentUser by, DateTimeOffset at) => Make(ConventionMove.Edit, () =>
    {
        Proposal = null;
        Write(content, partner);
        Record(StepKind.Edited, by, at);
        return null;
    });

    private Result Make(ConventionMove move, Func<Refusal?> act)
    {
        if (!State.Allows(move))
            return ConventionMoves.NotAllowed(State, move);
        return act() is { } refusal ? refusal : Result.Done;
    }

    private void Write(ConventionContent content, PartnerDetails partner)
    {
        PartnerName = partner.Name;
        if (content.Covers(ContentPart.Agreement))
        {
            (Reference, Title, StartsOn) = (content.Reference, content.Title, content.StartsOn!.Value);
            Agree(content.EndsOn!.Value, content.AgreedRenewal);
        }
        terms[0].Write(content, partner.ProcedureTitles());
    }

    /// <summary>An end in writing: what was renewed, prolonged or announced before no longer counts.</summary>
    private void Agree(DateOnly endsOn, Renewal? renewal)
    {
        (RenewalMonths, NoticeMonths) = (renewal?.Months, renewal?.NoticeMonths);
        (AgreedEndsOn, TermEndsOn, EndsOn, Renewals) = (endsOn, endsOn, endsOn, 0);
        (SignaturePending, EndReason, ReplacedById) = (false, null, null);
        NoticeBy = renewal?.NoticeBy(endsOn);
    }

    /// <summary>What belongs to it is protected row by row, so each row says it.</summary>
    private void Publish()
    {
        Published = true;
        terms.ForEach(version => version.Publish());
        steps.ForEach(step => step.Publish());
        referents.ForEach(referent => referent.Publish());
        files.ForEach(file => file.Publish());
    }

    private void Record(StepKind kind, CurrentUser by, DateTimeOffset at, string reason = "", DateOnly? day = null, decimal? amount = null)
    {
        ChangedAt = at;
        steps.Add(ConventionStep.Of(this, kind, by, at, reason, day, amount));
    }
}
