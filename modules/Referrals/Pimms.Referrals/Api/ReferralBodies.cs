using System.Globalization;
using System.Text.Json;

namespace Pimms.Referrals;

/// <summary>A body that may be left out: an empty one is then refused at its fields, or will do.</summary>
internal interface IBody<TSelf>
{
    static abstract TSelf Empty { get; }
}

/// <summary>What is posted to make or edit a draft.</summary>
internal sealed record DraftBody(
    Guid? PartnerId, Guid? UnitId, Guid? ProcedureId, string? Subject, string? ExpectedOutcome, Urgency? Urgency, string? UrgencyReason, Dictionary<string, JsonElement>? Answers)
{
    public StartReferral ToStart(Guid caseId) => new(caseId, PartnerId, UnitId, ProcedureId, Subject, ExpectedOutcome, Urgency ?? Referrals.Urgency.Normal, UrgencyReason, AsTyped(), OnlyItsFields: true);

    public WriteReferral ToWrite(Guid referralId, uint version) => new(referralId, version, Subject, ExpectedOutcome, Urgency ?? Referrals.Urgency.Normal, UrgencyReason, AsTyped(), GoOn: false, OnlyItsFields: true);

    /// <summary>The form reads answers as people type them; programs give them typed.</summary>
    private Dictionary<string, string> AsTyped() => (Answers ?? [])
        .Where(answer => answer.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
        .ToDictionary(answer => answer.Key, answer => answer.Value.ValueKind switch
        {
            JsonValueKind.String => answer.Value.GetString()!,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number when answer.Value.TryGetDecimal(out var number) => number.ToString("0.#############################", CultureInfo.InvariantCulture),
            _ => answer.Value.GetRawText(),
        });
}

/// <param name="DuplicateReason">Why it is sent although the same is open for the same person.</param>
/// <param name="ConventionVersion">The version of the convention that the caller was told of, by the channel or the draft; refused when another one is in force by now.</param>
internal sealed record SendBody(string? DuplicateReason, int? ConventionVersion = null) : IBody<SendBody>
{
    public static SendBody Empty { get; } = new(default(string?));
}

internal sealed record AcceptBody(Guid? AssigneeId) : IBody<AcceptBody>
{
    public static AcceptBody Empty { get; } = new(default(Guid?));
}

internal sealed record RequestInformationBody(List<string?>? Items, string? Text) : IBody<RequestInformationBody>
{
    public static RequestInformationBody Empty { get; } = new(null, null);
}

internal sealed record ProvideInformationBody(List<ProvidedItem>? Items, string? Text) : IBody<ProvideInformationBody>
{
    public static ProvideInformationBody Empty { get; } = new(null, null);
}

internal sealed record HoldBody(HoldReason? Reason, string? Text, DateOnly? ResumeOn) : IBody<HoldBody>
{
    public static HoldBody Empty { get; } = new(null, null, null);
}

internal sealed record AnswerBody(Outcome? Outcome, string? Text, decimal? Amount, string? NextSteps) : IBody<AnswerBody>
{
    public static AnswerBody Empty { get; } = new(null, null, null, null);
}

internal sealed record DeclineBody(DeclineReason? Reason, string? Text, Guid? SuggestedPartnerId) : IBody<DeclineBody>
{
    public static DeclineBody Empty { get; } = new(null, null, null);
}

internal sealed record WithdrawBody(WithdrawReason? Reason, string? Text) : IBody<WithdrawBody>
{
    public static WithdrawBody Empty { get; } = new(null, null);
}

internal sealed record CloseBody(VerifiedResult? VerifiedResult, string? Text, Autonomy? Autonomy) : IBody<CloseBody>
{
    public static CloseBody Empty { get; } = new(null, null, null);
}

internal sealed record ReopenBody(string? Reason) : IBody<ReopenBody>
{
    public static ReopenBody Empty { get; } = new(default(string?));
}

/// <param name="AssigneeId">Who is put in charge.</param>
/// <param name="Nobody">True, instead of a person: nobody is in charge any more. One of the two is said, or it is refused.</param>
internal sealed record AssignBody(Guid? AssigneeId, bool? Nobody) : IBody<AssignBody>
{
    public Guid? Chosen => Nobody == true ? AssigneeId is null ? AssignReferral.Nobody : null : AssigneeId == AssignReferral.Nobody ? null : AssigneeId;

    public static AssignBody Empty { get; } = new(null, null);
}

internal sealed record TransferBody(Guid? UnitId, string? Text);

internal sealed record MessageBody(string? Text, Visibility? Visibility);

internal sealed record ConsentBody(
    ConsentKind? Kind, List<Guid>? PartnerIds, DateOnly? GivenOn, DateOnly? ValidUntil, List<ConsentCategory>? Categories, string? RepresentativeName, string? RepresentativeQuality, string? Evidence, Guid? Renews)
{
    public RecordConsent ToRecord(Guid caseId) => new(caseId, Kind, PartnerIds, GivenOn, ValidUntil, Categories, RepresentativeName, RepresentativeQuality, Evidence, Renews);
}

internal sealed record WithdrawalBody(List<Guid>? PartnerIds);

internal sealed record CaseBody(Guid? SiteId, BeneficiaryInput? Beneficiary, string? Situation, DateOnly? HarmDate, Guid? PostId, bool? HarmDateConfirmed = null);
