namespace Pimms.Conventions;

/// <content>Signed, suspended, resumed, renewed, prolonged, ended.</content>
internal sealed partial class Convention
{
    /// <summary>How much longer a convention may go on while its next signature is awaited.</summary>
    private const int MonthsOfProlongation = 6;

    /// <summary>From the signature on the partner sees it, and between its dates the channel is open.</summary>
    public Result Activate(DateOnly signedOn, IReadOnlyList<Signatory> signatories, CurrentUser by, DateTimeOffset at) => Make(ConventionMove.Activate, () =>
    {
        if (WhyNotToActivate(signedOn, at) is { } refusal)
            return refusal;

        Proposal = null;
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
        (State, SuspendedBecause) = (SignaturePending ? ConventionState.Prolonged : ConventionState.Active, "");
        Record(StepKind.Resumed, by, at);
        Raise(new ConventionResumed(Id, PartnerId, at));
        return null;
    });

    /// <summary>The next signature is awaited: open until another day, at most six months after the term's end.</summary>
    public Result Prolong(string reason, DateOnly lastDay, CurrentUser by, DateTimeOffset at) => Make(ConventionMove.Prolong, () =>
    {
        if (NoticeBy is not null)
            return Refusal.Of("", "ProlongConvention.RenewsByItself");
        if (lastDay <= EndsOn)
            return Refusal.Of(nameof(EndsOn), "ProlongConvention.EndsOn.NotLater", EndsOn);
        if (lastDay > LastDayOfProlongation)
            return Refusal.Of(nameof(EndsOn), "ProlongConvention.EndsOn.TooLate", LastDayOfProlongation);

        (State, SignaturePending, EndsOn, EndReason, ReplacedById) = (ConventionState.Prolonged, true, lastDay, null, null);
        Record(StepKind.Prolonged, by, at, reason, lastDay);
        return null;
    });

    /// <summary>Six whole months after the term.</summary>
    public DateOnly LastDayOfProlongation => TermEndsOn.AddDays(1).AddMonths(MonthsOfProlongation).AddDays(-1);

    /// <summary>Before its term, or with it when it would renew: at once when the day is today, otherwise it runs until then. A notice that comes too late may reach to the end of the next term.</summary>
    public Result Terminate(string reason, DateOnly lastDay, CurrentUser by, DateTimeOffset at) => Make(ConventionMove.Terminate, () =>
    {
        var today = WorkingCalendar.DayOf(at);
        if (lastDay < today)
            return Refusal.Of(nameof(EndsOn), "TerminateConvention.EndsOn.Past");
        if (lastDay > LatestEnd(today))
            return Refusal.Of(nameof(EndsOn), "TerminateConvention.EndsOn.Later", LatestEnd(today));
        if (lastDay > today && lastDay < StartsOn)
            return Refusal.Of(nameof(EndsOn), "TerminateConvention.EndsOn.BeforeStart", StartsOn);

        EndReason = Conventions.EndReason.Terminated;
        if (lastDay == today)
            End(today, by, at, reason);
        else
            Announce(StepKind.TerminationAnnounced, lastDay, by, at, reason);
        return null;
    });

    /// <summary>The last day that a notice given today can name.</summary>
    public DateOnly LatestEnd(DateOnly today) => NoticeBy < today ? NextTermEndsOn!.Value : EndsOn;

    /// <summary>The last day of the term that would follow; null when none will.</summary>
    public DateOnly? NextTermEndsOn => NoticeBy is null ? null : Renewal!.EndAfter(AgreedEndsOn, Renewals + 1);

    /// <summary>Another convention covers the same: this one stops the day before that one begins, today at the earliest.</summary>
    public void MakeRoomFor(Convention other, CurrentUser by, DateTimeOffset at)
    {
        (EndReason, ReplacedById) = (Conventions.EndReason.Replaced, other.Id);
        var (today, lastDay) = (WorkingCalendar.DayOf(at), other.StartsOn.AddDays(-1));
        if (lastDay <= today || lastDay < StartsOn)
            End(today, by, at, other.Reference);
        else
            Announce(StepKind.ReplacementAnnounced, lastDay, by, at, other.Reference);
    }

    /// <summary>Its last day went by and nobody gave notice: further terms follow, as many as went by.</summary>
    public void Renew(CurrentUser by, DateTimeOffset at)
    {
        var today = WorkingCalendar.DayOf(at);
        while (NextTermEndsOn is { } next && EndsOn < today)
        {
            (Renewals, TermEndsOn, EndsOn, NoticeBy) = (Renewals + 1, next, next, Renewal!.NoticeBy(next));
            Record(StepKind.Renewed, by, at, day: next);
        }
    }

    /// <summary>Its last day went by.</summary>
    public void Expire(CurrentUser by, DateTimeOffset at) => End(EndsOn, by, at);

    public Refusal? WhyNotToActivate(DateOnly signedOn, DateTimeOffset at)
    {
        var today = WorkingCalendar.DayOf(at);
        if (signedOn > today)
            return Refusal.Of(nameof(SignedOn), "ActivateConvention.SignedOn.Future");
        if (EndsOn < today && NoticeBy is null)
            return Refusal.Of("", "ActivateConvention.AlreadyOver", EndsOn);
        if (terms[0].Commitments.Count == 0)
            return Refusal.Of("", "ActivateConvention.WithoutProcedures");
        return terms[0].LegalBasis.Length == 0 ? Refusal.Of("", "ActivateConvention.WithoutLegalBasis") : null;
    }

    private void Announce(StepKind kind, DateOnly lastDay, CurrentUser by, DateTimeOffset at, string reason)
    {
        (EndsOn, NoticeBy, TermEndsOn) = (lastDay, null, SignaturePending ? TermEndsOn : lastDay);
        Record(kind, by, at, reason, lastDay);
    }

    private void End(DateOnly lastDay, CurrentUser by, DateTimeOffset at, string reason = "")
    {
        EndReason ??= Conventions.EndReason.Expired;
        (State, EndsOn, NoticeBy, SuspendedBecause, Proposal) = (ConventionState.Ended, lastDay, null, "", null);
        Record(Enum.Parse<StepKind>(EndReason.Value.ToString()), by, at, reason, lastDay);
        Raise(new ConventionEnded(Id, PartnerId, lastDay, at));
    }
}
