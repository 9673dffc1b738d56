using System.Globalization;
using System.Text.Json;

namespace Pimms.Referrals;

/// <summary>A referral on the API, as its reader may see it.</summary>
internal sealed record ReferralResource(
    Guid Id, string Number, ReferralState State, string Version, Guid? CaseId, Guid PartnerId, Guid UnitId, Guid ProcedureId, int FormVersion, string Subject, string ExpectedOutcome, Urgency Urgency, string? UrgencyReason,
    IReadOnlyDictionary<string, object?> Answers, IReadOnlyDictionary<string, string> Disclosed, IReadOnlyList<string> DisclosedLater, Guid? AssigneeId, Guid MediatorId,
    DateTimeOffset? SentAt, DateTimeOffset? AcknowledgeDueAt, DateOnly? AcknowledgeDueOn, DateTimeOffset? AnswerDueAt, DateOnly? AnswerDueOn, DateOnly? HarmDate, DateTimeOffset? SeenAt,
    IReadOnlyList<InformationItemResource> InformationItems, HoldReason? HoldReason, string? HoldText, DateOnly? ResumeOn, PartnerDecision? Decision, IReadOnlyList<FormerAnswer> FormerAnswers, WithdrawReason? WithdrawReason, VerifiedResult? VerifiedResult,
    IReadOnlyList<string> AllowedMoves, SiteName Site, int? ConventionVersion) : IVersioned
{
    public static ReferralResource For(ReferralView view, CurrentUser user)
    {
        var referral = view.Referral;
        return new(
            referral.Id, referral.Number, referral.State, referral.Revision.ToString(CultureInfo.InvariantCulture),
            // The case is the association's alone.
            user.Side == Side.Association ? referral.CaseId : null,
            referral.To.PartnerId, referral.To.UnitId, referral.To.ProcedureId, referral.To.FormVersion,
            referral.Request.Subject, referral.Request.ExpectedOutcome, referral.Request.Urgency, referral.Request.UrgencyReason,
            AnswersOf(view), view.Disclosed.ToDictionary(field => InCamelCase(field.Key), field => field.Value), [.. view.NotYetDisclosed.Select(InCamelCase)],
            referral.AssigneeId, referral.MediatorId, referral.SentAt, EndOf(referral.Clocks.AcknowledgeDueOn), referral.Clocks.AcknowledgeDueOn,
            EndOf(referral.Clocks.AnswerDueOn), referral.Clocks.AnswerDueOn, referral.HarmDate, referral.SeenAt,
            [.. referral.InformationItems.Select(item => InformationItemResource.For(view, item))], referral.HoldReason, referral.HoldText, referral.ResumeOn, referral.Decision, referral.FormerAnswers, referral.WithdrawReason, referral.VerifiedResult,
            [.. view.AllowedMoves.Select(ReferralMoves.NameOf)], new(referral.SiteId, referral.SiteName), referral.Terms?.ConventionVersion ?? view.ConventionVersion);
    }

    /// <summary>By the types of the form; an answer of a draft that does not fit its type yet stays as typed.</summary>
    private static Dictionary<string, object?> AnswersOf(ReferralView view)
    {
        var types = view.Form.Fields.ToDictionary(field => field.Key, field => field.Type);
        return view.Referral.Request.Answers.ToDictionary(answer => answer.Key, answer => (object?)(types.GetValueOrDefault(answer.Key) switch
        {
            FormFieldType.WholeNumber when WholeNumbers.Read(answer.Value) is { } number => number,
            FormFieldType.Money when Amounts.Read(answer.Value) is { } amount => amount,
            FormFieldType.Date when Days.Read(answer.Value) is { } day => Days.Kept(day),
            FormFieldType.YesNo when bool.TryParse(answer.Value, out var yes) => yes,
            _ => answer.Value,
        }));
    }

    internal static DateTimeOffset? EndOf(DateOnly? day) => day is { } given ? WorkingCalendar.EndOf(given) : null;

    private static string InCamelCase(BeneficiaryField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());
}

/// <summary>One thing that the partner asked for, and what answers it: words, documents, or why not.</summary>
internal sealed record InformationItemResource(Guid Id, string Label, string? Answer, string? WhyNot, IReadOnlyList<NamedDocument> Documents)
{
    public static InformationItemResource For(ReferralView view, InformationItem item) =>
        new(item.Id, item.Label, item.Answer, item.WhyNot, [.. view.FilesFor(item).Select(document => new NamedDocument(document.Id, document.File.FileName))]);
}

/// <summary>A file of the referral, by its id among <c>documents</c>.</summary>
internal sealed record NamedDocument(Guid Id, string FileName);

internal sealed record SiteName(Guid Id, string Name);

/// <summary>A referral in a list.</summary>
internal sealed record ReferralListItem(
    Guid Id, string Number, ReferralState State, string Version, Guid PartnerId, Guid UnitId, Guid ProcedureId, string Subject, Urgency Urgency, Guid? AssigneeId,
    DateTimeOffset? SentAt, DateTimeOffset? AcknowledgeDueAt, DateOnly? AcknowledgeDueOn, DateTimeOffset? AnswerDueAt, DateOnly? AnswerDueOn, DateOnly? HarmDate, SiteName Site)
{
    public static ReferralListItem For(InboxRow row) => new(
        row.Id, row.Number, row.State, row.Revision.ToString(CultureInfo.InvariantCulture), row.PartnerId, row.UnitId, row.ProcedureId, row.Subject, row.Urgency, row.AssigneeId,
        row.SentAt, ReferralResource.EndOf(row.AcknowledgeDueOn), row.AcknowledgeDueOn, ReferralResource.EndOf(row.AnswerDueOn), row.AnswerDueOn, row.HarmDate, new(row.SiteId, row.SiteName));
}

/// <summary>A page of a list.</summary>
/// <param name="Items">In a stable order.</param>
/// <param name="NextCursor">Given back as <c>cursor</c> it continues; null at the end.</param>
internal sealed record ResourcePage<T>(IReadOnlyList<T> Items, string? NextCursor);

internal sealed record MessageResource(Guid Id, DateTimeOffset At, string Author, Side Side, Visibility Visibility, string Text)
{
    public static MessageResource For(ReferralMessage message) => new(message.Id, message.At, message.Who, message.Side, message.Visibility, message.Text);
}

internal sealed record EventResource(DateTimeOffset At, string Kind, Side Side, string Who, string? Detail, string? Text)
{
    public static EventResource For(ReferralEvent happened) => new(happened.At, happened.Kind, happened.Side, happened.Who, happened.Detail, happened.Text);
}
