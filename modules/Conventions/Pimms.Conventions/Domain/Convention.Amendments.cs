namespace Pimms.Conventions;

/// <content>What is signed later, and what needs two administrators.</content>
internal sealed partial class Convention
{
    /// <summary>The version in force on a day; before the first is, that one.</summary>
    public ConventionTerms TermsOn(DateOnly day) => terms.Where(version => version.EffectiveOn <= day).MaxBy(version => version.Number) ?? terms.MinBy(version => version.Number)!;

    /// <summary>
    /// Adds a version. What was sent keeps the version it was sent under; versions take effect one after the other, today at the earliest.
    /// Another end or renewal holds from the signature on: until the version takes effect, there is one last day and not two.
    /// </summary>
    public Result Amend(ConventionContent content, DateOnly effectiveOn, string reason, PartnerDetails partner, CurrentUser by, DateTimeOffset at) => Make(ConventionMove.Amend, () =>
    {
        if (WhyNotToAmend(content, effectiveOn, at) is { } refusal)
            return refusal;

        Proposal = null;
        terms.Add(ConventionTerms.Next(this, content, partner.ProcedureTitles(), effectiveOn, reason));
        if (content.EndsOn != EndsOn || content.AgreedRenewal != Renewal)
            Agree(content.EndsOn!.Value, content.AgreedRenewal);
        if (State == ConventionState.Prolonged && !SignaturePending)
            State = ConventionState.Active;
        Record(StepKind.Amended, by, at, reason, effectiveOn);
        return null;
    });

    /// <summary>Leaves a signature or an amendment to another administrator, who sees it word for word.</summary>
    public Result Propose(ProposalKind kind, string body, CurrentUser by, DateTimeOffset at) => Make(kind == ProposalKind.Activation ? ConventionMove.Activate : ConventionMove.Amend, () =>
    {
        if (Proposal is not null)
            return Refusal.Of("", "Proposal.AlreadyOne");

        Proposal = Proposal.Of(this, kind, body, by, at);
        Record(kind == ProposalKind.Activation ? StepKind.ActivationProposed : StepKind.AmendmentProposed, by, at);
        return null;
    });

    /// <summary>Whether this administrator may say yes to what waits: anybody but who proposed it.</summary>
    public Refusal? WhyNotToApprove(CurrentUser by) =>
        Proposal is null ? Refusal.Of("", "Proposal.None")
        : Proposal.ById == by.Id ? Refusal.As(RefusalTypes.Forbidden, "", "Proposal.OwnOne")
        : null;

    /// <summary>What waits is not done; its author may take it back the same way.</summary>
    public Result RefuseProposal(string reason, CurrentUser by, DateTimeOffset at)
    {
        if (Proposal is null)
            return Refusal.Of("", "Proposal.None");

        Proposal = null;
        Record(StepKind.ProposalRefused, by, at, reason);
        return Result.Done;
    }

    public Refusal? WhyNotToAmend(ConventionContent content, DateOnly effectiveOn, DateTimeOffset at)
    {
        const string day = "EffectiveOn";
        if (content.StartsOn != StartsOn)
            return Refusal.Of(nameof(StartsOn), "AmendConvention.StartsOn.Stays", StartsOn);
        if (effectiveOn < WorkingCalendar.DayOf(at))
            return Refusal.Of(day, "AmendConvention.EffectiveOn.Past");
        if (effectiveOn < terms.Max(version => version.EffectiveOn))
            return Refusal.Of(day, "AmendConvention.EffectiveOn.BeforeLast", terms.Max(version => version.EffectiveOn));
        if (effectiveOn > EndsOn && NoticeBy is null)
            return Refusal.Of(day, "AmendConvention.EffectiveOn.AfterEnd", EndsOn);
        return content.EndsOn < effectiveOn && content.AgreedRenewal is null ? Refusal.Of(nameof(EndsOn), "AmendConvention.EndsOn.BeforeEffect") : null;
    }
}
