namespace Pimms.Conventions;

/// <summary>An agreement between the association and a partner: what opens, shapes, times and closes the channel between them.</summary>
internal sealed class Convention : Aggregate
{
    private readonly List<ConventionTerms> terms = [];
    private readonly List<ConventionStep> steps = [];

    private Convention()
    {
    }

    public Guid PartnerId { get; private init; }

    /// <summary>As the partner was called when this was written: it is what was signed.</summary>
    public string PartnerName { get; private set; } = "";

    public string Reference { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day, inclusive; earlier than agreed when it is terminated.</summary>
    public DateOnly EndsOn { get; private set; }

    public ConventionState State { get; private set; }

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

    public static Convention Draft(ConventionContent content, PartnerDetails partner, CurrentUser by, DateTimeOffset at, Guid? id = null)
    {
        var convention = new Convention { Id = id ?? Guid.CreateVersion7(), PartnerId = partner.Id };
        convention.terms.Add(ConventionTerms.First(convention));
        convention.Write(content, partner);
        convention.Record(StepKind.Drafted, by, at);
        return convention;
    }

    public Result Edit(ConventionContent content, PartnerDetails partner, CurrentUser by, DateTimeOffset at) => Make(ConventionMove.Edit, () =>
    {
        Write(content, partner);
        Record(StepKind.Edited, by, at);
        return null;
    });

    /// <summary>From the signature on the partner sees it, and between its dates the channel is open.</summary>
    public Result Activate(DateOnly signedOn, IReadOnlyList<Signatory> signatories, CurrentUser by, DateTimeOffset at) => Make(ConventionMove.Activate, () =>
    {
        var today = WorkingCalendar.DayOf(at);
        if (signedOn > today)
            return Refusal.Of(nameof(SignedOn), "ActivateConvention.SignedOn.Future");
        if (EndsOn < today)
            return Refusal.Of("", "ActivateConvention.AlreadyOver", EndsOn);

        (State, SignedOn, Signatories) = (ConventionState.Active, signedOn, signatories);
        Publish();
        Record(StepKind.Activated, by, at, day: signedOn);
        return null;
    });

    /// <summary>Nothing new is sent until it is resumed; what runs goes on.</summary>
    public Result Suspend(string reason, CurrentUser by, DateTimeOffset at) => Make(ConventionMove.Suspend, () =>
    {
        (State, SuspendedBecause) = (ConventionState.Suspended, reason);
        Record(StepKind.Suspended, by, at, reason);
        Raise(new ConventionSuspended(Id, PartnerId, at));
        return null;
    });

    public Result Resume(CurrentUser by, DateTimeOffset at) => Make(ConventionMove.Resume, () =>
    {
        (State, SuspendedBecause) = (ConventionState.Active, "");
        Record(StepKind.Resumed, by, at);
        Raise(new ConventionResumed(Id, PartnerId, at));
        return null;
    });

    /// <summary>Before its term: at once when the day is today, otherwise it runs until then.</summary>
    public Result Terminate(string reason, DateOnly lastDay, CurrentUser by, DateTimeOffset at) => Make(ConventionMove.Terminate, () =>
    {
        var today = WorkingCalendar.DayOf(at);
        if (lastDay < today)
            return Refusal.Of(nameof(EndsOn), "TerminateConvention.EndsOn.Past");
        if (lastDay > EndsOn)
            return Refusal.Of(nameof(EndsOn), "TerminateConvention.EndsOn.Later", EndsOn);

        if (lastDay > today && lastDay < StartsOn)
            return Refusal.Of(nameof(EndsOn), "TerminateConvention.EndsOn.BeforeStart", StartsOn);

        if (lastDay > today)
        {
            EndsOn = lastDay;
            Record(StepKind.TerminationAnnounced, by, at, reason, lastDay);
            return null;
        }
        End(StepKind.Terminated, today, by, at, reason);
        return null;
    });

    /// <summary>Its last day went by.</summary>
    public void Expire(CurrentUser by, DateTimeOffset at) => End(StepKind.Expired, EndsOn, by, at);

    private void End(StepKind kind, DateOnly lastDay, CurrentUser by, DateTimeOffset at, string reason = "")
    {
        (State, EndsOn, SuspendedBecause) = (ConventionState.Ended, lastDay, "");
        Record(kind, by, at, reason, lastDay);
        Raise(new ConventionEnded(Id, PartnerId, lastDay, at));
    }

    private Result Make(ConventionMove move, Func<Refusal?> act)
    {
        if (!State.Allows(move))
            return ConventionMoves.NotAllowed(State, move);
        return act() is { } refusal ? refusal : Result.Done;
    }

    private void Write(ConventionContent content, PartnerDetails partner)
    {
        (PartnerName, Reference, Title, Purpose) = (partner.Name, content.Reference, content.Title, content.Purpose);
        (StartsOn, EndsOn) = (content.StartsOn!.Value, content.EndsOn!.Value);
        terms[0].Write(content, partner.Units.SelectMany(unit => unit.Procedures).ToDictionary(procedure => procedure.Id, procedure => procedure.Title));
    }

    /// <summary>What belongs to it is protected row by row, so each row says it.</summary>
    private void Publish()
    {
        Published = true;
        terms.ForEach(version => version.Publish());
        steps.ForEach(step => step.Publish());
    }

    private void Record(StepKind kind, CurrentUser by, DateTimeOffset at, string reason = "", DateOnly? day = null)
    {
        ChangedAt = at;
        steps.Add(ConventionStep.Of(this, kind, by, at, reason, day));
    }
}
