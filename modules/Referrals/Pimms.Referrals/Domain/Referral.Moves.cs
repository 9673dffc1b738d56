using System.Collections.Immutable;

namespace Pimms.Referrals;

/// <summary>The moves. Each asks the table first, then does what is its own.</summary>
internal sealed partial class Referral
{
    public Result Send(Case its, ChannelTerms terms, CurrentUser by, DateTimeOffset at) => Make(Move.Send, by, at, null, null, () =>
    {
        Terms = new(terms.ConventionId, terms.ConventionVersion, terms.Reference, terms.AcknowledgeWithinDays, terms.AnswerWithinDays, terms.ExpiryDays, terms.NirAllowed);
        HarmDate = its.HarmDate;
        SentAt = at;
        VisibleToUnit = To.UnitId;
        Disclosed = Disclosure.Of(its.Beneficiary, terms.Disclosed, DisclosureTime.AtSending);
        var later = Disclosure.Of(its.Beneficiary, terms.Disclosed, DisclosureTime.AfterAcceptance);
        DisclosedLater = [.. later.Keys];
        Late = new() { ReferralId = Id, SiteId = SiteId, VisibleToUnit = VisibleToUnit, Fields = later };
        Clocks.Start(at, terms.AcknowledgeWithinDays, terms.AnswerWithinDays, terms.ExpiryDays);
    });

    public Result Accept(Guid assigneeId, string assigneeName, CurrentUser by, DateTimeOffset at) => Make(Move.Accept, by, at, assigneeName, null, () =>
    {
        (AssigneeId, AssigneeName, Accepted) = (assigneeId, assigneeName, true);
        Clocks.Acknowledge(at);
    });

    public Result RequestInformation(IEnumerable<string> items, string? text, CurrentUser by, DateTimeOffset at) => Make(Move.RequestInformation, by, at, null, text, () =>
    {
        InformationItems = [.. items.Select(label => new InformationItem(Guid.CreateVersion7(at), label, null))];
        Clocks.Acknowledge(at);
        Clocks.Pause(OwedBy.Association, at);
    });

    /// <param name="provided">What is said of the items, each at most once.</param>
    /// <param name="withDocument">The items that a document answers.</param>
    public Result ProvideInformation(IReadOnlyList<ProvidedItem> provided, IReadOnlySet<Guid> withDocument, string? text, CurrentUser by, DateTimeOffset at)
    {
        if (May(Move.ProvideInformation, by, at) is { } notNow)
            return notNow;
        if (Unanswered(provided, withDocument) is { Length: > 0 } unanswered)
            return new Refusal(RefusalTypes.Validation, unanswered);
        return Make(Move.ProvideInformation, by, at, null, text, () =>
        {
            InformationItems =
            [
                .. from item in InformationItems
                   let said = provided.FirstOrDefault(one => one.Id == item.Id)
                   select item with { Answer = InWords(said?.Answer), WhyNot = InWords(said?.WhyNot) },
            ];
            Clocks.Resume(at);
            Take();
        });
    }

    /// <summary>Each item has an answer, a document, or why not: those that have none, at their place in what was said.</summary>
    private ImmutableArray<FieldError> Unanswered(IReadOnlyList<ProvidedItem> provided, IReadOnlySet<Guid> withDocument)
    {
        var open = InformationItems.Select(item => item.Id).Except(withDocument).Except(provided.Where(said => !said.SaysNothing).Select(said => said.Id)).ToHashSet();
        var places = provided.Index().Where(said => open.Contains(said.Item.Id)).Select(said => new FieldError($"Items[{said.Index}].Answer", "ProvideInformation.AnswerMissing"));
        return open.IsSubsetOf(provided.Select(said => said.Id)) ? [.. places] : [.. places, new("Items", "ProvideInformation.ItemsMissing")];
    }

    private static string? InWords(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public Result Hold(HoldReason reason, string text, DateOnly resumeOn, CurrentUser by, DateTimeOffset at)
    {
        if (May(Move.Hold, by, at) is { } notNow)
            return notNow;
        if (resumeOn > LastDayOfHold(at))
            return Refusal.Of(nameof(ResumeOn), "Hold.TooLongInAll", LastDayOfHold(at));
        return Make(Move.Hold, by, at, $"{resumeOn:yyyy-MM-dd} {reason}", text, () =>
        {
            (HoldReason, HoldText, ResumeOn, HeldSince) = (reason, text, resumeOn, WorkingCalendar.DayOf(at));
            if (reason.OwedBy() is { } owedBy)
                Clocks.Pause(owedBy, at);
        });
    }

    public Result Resume(CurrentUser by, DateTimeOffset at) => Make(Move.Resume, by, at, null, null, () =>
    {
        EndHold(at);
        Clocks.Resume(at);
    });

    private void EndHold(DateTimeOffset at)
    {
        if (HeldSince is { } since)
            HeldDays += WorkingCalendar.DayOf(at).DayNumber - since.DayNumber;
        (HoldReason, HoldText, ResumeOn, HeldSince) = (null, null, null, null);
    }

    public Result Answer(Outcome outcome, string text, decimal? amount, string? nextSteps, CurrentUser by, DateTimeOffset at) => Make(Move.Answer, by, at, outcome.ToString(), text, () =>
    {
        Decision = new() { Outcome = outcome, Amount = amount, NextSteps = nextSteps, Text = text };
        Decide(by, at);
    });

    public Result Decline(DeclineReason reason, string text, PartnerName? suggestedPartner, CurrentUser by, DateTimeOffset at) => Make(Move.Decline, by, at, reason.ToString(), text, () =>
    {
        Decision = new() { DeclineReason = reason, Text = text, SuggestedPartnerId = suggestedPartner?.Id, SuggestedPartnerName = suggestedPartner?.Name };
        Decide(by, at);
    });

    public Result Withdraw(WithdrawReason reason, string? text, CurrentUser by, DateTimeOffset at) => Make(Move.Withdraw, by, at, reason.ToString(), text, () =>
    {
        WithdrawReason = reason;
        EndHold(at);
        ClosedAt = at;
        Clocks.Stop(at);
    });

    /// <summary>The beneficiary took back the permission: the partner sees it no more, from the commit on.</summary>
    public ReferralTombstone CutOff(DateTimeOffset at)
    {
        VisibleToUnit = Guid.Empty;
        return new() { ReferralId = Id, Number = Number, SiteId = SiteId, UnitId = To.UnitId, At = at };
    }

    public Result Close(VerifiedResult result, string? text, Autonomy? autonomy, CurrentUser by, DateTimeOffset at) => Make(Move.Close, by, at, result.ToString(), text, () =>
    {
        (VerifiedResult, ClosedAt) = (result, at);
        // A line of one's own side: the row itself is the partner's to read.
        if (autonomy is { } shown)
            Tell(nameof(Autonomy), by, at, Visibility.OwnSide, shown.ToString());
    });

    public Result Reopen(string reason, CurrentUser by, DateTimeOffset at) => Make(Move.Reopen, by, at, null, reason, () =>
    {
        if (Decision is { } former)
            FormerAnswers = [.. FormerAnswers, new(former, Clocks.StoppedAt ?? at, VerifiedResult)];
        (ClosedAt, VerifiedResult, Decision) = (null, null, null);
        Clocks.Restart(at, Terms!.AnswerWithinDays);
        Take();
    });

    public Result Expire(CurrentUser by, DateTimeOffset at) => Make(Move.Expire, by, at, null, null, () => Clocks.Stop(at));

    public Result AutoClose(CurrentUser by, DateTimeOffset at) => Make(Move.AutoClose, by, at, nameof(Referrals.VerifiedResult.NotVerified), null, () =>
        (VerifiedResult, ClosedAt) = (Referrals.VerifiedResult.NotVerified, at));

    /// <summary>Why the move is not possible now; null when it is.</summary>
    public Refusal? May(Move move, CurrentUser by, DateTimeOffset at) => AllowedMoves(by.Side, at).Contains(move)
        ? null
        : Refusal.As(RefusalTypes.MoveNotAllowed, "", "Referral.MoveNotAllowed").With("from", State).With("move", ReferralMoves.NameOf(move));

    private Result Make(Move move, CurrentUser by, DateTimeOffset at, string? detail, string? text, Action apply)
    {
        if (May(move, by, at) is { } refusal)
            return refusal;

        State = ReferralMoves.Of(move).To;
        Revision++;
        apply();
        ChangedAt = at;
        NextDueOn = new[] { Clocks.RunningDueOn, State is ReferralState.Closed or ReferralState.Withdrawn ? null : HarmDate }.Min() ?? Never;
        Tell(move.ToString(), by, at, Visibility.Shared, detail, text);
        Raise(new ReferralMoved(Id, Number, move.ToString(), State.ToString(), by.Side.ToString(), SiteId, MediatorId, To.PartnerId, To.UnitId, AssigneeId, at));
        return Result.Done;
    }

    private void Decide(CurrentUser by, DateTimeOffset at)
    {
        (AssigneeId, AssigneeName) = AssigneeId is null ? (by.Id, by.Name) : (AssigneeId, AssigneeName);
        EndHold(at);
        Clocks.Acknowledge(at);
        Clocks.Stop(at);
    }

    /// <summary>The table takes both ways back to Accepted: what acceptance opens is open from then on.</summary>
    private void Take() => Accepted = true;
}
