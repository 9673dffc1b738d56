using System.Globalization;
using System.Text.Json;

namespace Pimms.Conventions;

/// <summary>A convention on the API.</summary>
internal sealed record ConventionResource(
    Guid Id, string Version, ConventionState State, Guid PartnerId, string PartnerName, string Reference, string Title, string Purpose, DateOnly StartsOn, DateOnly EndsOn,
    IReadOnlyList<string> Communes, IReadOnlyList<CommitmentResource> Procedures, IReadOnlyList<DisclosureResource> DisclosedFields, string LegalBasis, int RetentionMonths, bool NirAllowed,
    DateOnly? SignedOn, IReadOnlyList<Signatory> Signatories, IReadOnlyList<StepResource> History) : IVersioned
{
    public static ConventionResource For(ConventionView view) => new(
        view.Id, view.Version.ToString(CultureInfo.InvariantCulture), view.State, view.PartnerId, view.PartnerName, view.Reference, view.Title, view.Purpose, view.StartsOn, view.EndsOn,
        view.Communes, [.. view.Commitments.Select(one => new CommitmentResource(one.ProcedureId, one.ProcedureTitle, one.AcknowledgeWithinDays, one.AnswerWithinDays, one.ExpiryDays))],
        [.. view.Disclosed.Select(DisclosureResource.For)], view.LegalBasis, view.RetentionMonths, view.NirAllowed, view.SignedOn, view.Signatories,
        [.. view.Steps.Select(step => new StepResource(step.Kind, step.At, step.ByName, step.Reason.Length == 0 ? null : step.Reason, step.Day))]);
}

/// <summary>What is promised for one procedure.</summary>
internal sealed record CommitmentResource(Guid ProcedureId, string Title, int AcknowledgeWithinDays, int AnswerWithinDays, int ExpiryDays);

/// <summary>A line of the history.</summary>
internal sealed record StepResource(StepKind Kind, DateTimeOffset At, string By, string? Reason, DateOnly? Day);

/// <summary>A disclosed field, by its name on the API: <c>familyName</c>.</summary>
internal sealed record DisclosureResource(string Field, DisclosureTime When)
{
    public static DisclosureResource For(DisclosedField disclosed) => new(JsonNamingPolicy.CamelCase.ConvertName(disclosed.Field.ToString()), disclosed.When);
}

/// <summary>A convention in the API's list.</summary>
internal sealed record ConventionListItem(Guid Id, string Version, ConventionState State, Guid PartnerId, string PartnerName, string Reference, string Title, DateOnly StartsOn, DateOnly EndsOn)
{
    public static ConventionListItem For(ConventionRow row) =>
        new(row.Id, row.Version.ToString(CultureInfo.InvariantCulture), row.State, row.PartnerId, row.PartnerName, row.Reference, row.Title, row.StartsOn, row.EndsOn);
}

/// <summary>A page of a list.</summary>
internal sealed record ConventionItems(IReadOnlyList<ConventionListItem> Items, string? NextCursor);
