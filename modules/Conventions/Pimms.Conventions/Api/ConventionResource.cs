using System.Globalization;
using System.Text.Json;

namespace Pimms.Conventions;

/// <summary>A convention on the API: what was agreed as it holds today, then what became of it.</summary>
internal sealed record ConventionResource(
    Guid Id, string Version, ConventionState State, Guid PartnerId, string PartnerName, string Reference, string Title, string Purpose, DateOnly StartsOn, DateOnly EndsOn,
    Renewal? Renewal, DateOnly? NoticeBy, DateOnly? NextTermEndsOn, IReadOnlyList<string> Communes, IReadOnlyList<CommitmentResource> Procedures, IReadOnlyList<DisclosureResource> DisclosedFields,
    string LegalBasis, int RetentionMonths, bool NirAllowed, Contribution? Contribution, decimal Received, ReferentsContent Referents,
    DateOnly? SignedOn, IReadOnlyList<Signatory> Signatories, bool AwaitsApproval, bool Incomplete, IReadOnlyList<FileResource> Documents, IReadOnlyList<VersionResource> Versions, IReadOnlyList<StepResource> History) : IVersioned
{
    public static ConventionResource For(ConventionView view)
    {
        var terms = view.Current;
        return new(
            view.Id, view.Version.ToString(CultureInfo.InvariantCulture), view.State, view.PartnerId, view.PartnerName, view.Reference, view.Title, terms.Purpose, view.StartsOn, view.EndsOn,
            view is { RenewalMonths: { } months, NoticeMonths: { } notice } ? new(months, notice) : null, view.NoticeBy, view.NextTermEndsOn,
            terms.Communes, [.. terms.Commitments.Select(CommitmentResource.For)], [.. terms.Disclosed.Select(DisclosureResource.For)],
            terms.LegalBasis, terms.RetentionMonths, terms.NirAllowed, terms.Contribution, view.Received, view.NamedReferents,
            view.SignedOn, view.Signatories, view.Proposal is not null, view.Incomplete, [.. view.Files.Select(FileResource.For)], [.. view.Versions.Select(VersionResource.For)], [.. view.Steps.Select(StepResource.For)]);
    }
}

/// <summary>One version: 1 as signed, then an amendment each.</summary>
internal sealed record VersionResource(
    int Number, DateOnly EffectiveOn, string? Reason, string Reference, string Title, string Purpose, DateOnly EndsOn, Renewal? Renewal, IReadOnlyList<string> Communes,
    IReadOnlyList<CommitmentResource> Procedures, IReadOnlyList<DisclosureResource> DisclosedFields, string LegalBasis, int RetentionMonths, bool NirAllowed, Contribution? Contribution)
{
    public static VersionResource For(TermsView terms) => new(
        terms.Number, terms.EffectiveOn, terms.AmendedBecause.Length == 0 ? null : terms.AmendedBecause, terms.Reference, terms.Title, terms.Purpose, terms.EndsOn,
        terms is { RenewalMonths: { } months, NoticeMonths: { } notice } ? new(months, notice) : null, terms.Communes,
        [.. terms.Commitments.Select(CommitmentResource.For)], [.. terms.Disclosed.Select(DisclosureResource.For)], terms.LegalBasis, terms.RetentionMonths, terms.NirAllowed, terms.Contribution);
}

/// <summary>What is promised for one procedure.</summary>
internal sealed record CommitmentResource(Guid ProcedureId, string Title, int AcknowledgeWithinDays, int AnswerWithinDays, int ExpiryDays, int? MonthlyCap)
{
    public static CommitmentResource For(CommitmentLine line) => new(line.ProcedureId, line.ProcedureTitle, line.AcknowledgeWithinDays, line.AnswerWithinDays, line.ExpiryDays, line.MonthlyCap);
}

/// <summary>A line of the history.</summary>
internal sealed record StepResource(StepKind Kind, DateTimeOffset At, string By, string? Reason, DateOnly? Day, decimal? Amount)
{
    public static StepResource For(StepLine step) => new(step.Kind, step.At, step.ByName, step.Reason.Length == 0 ? null : step.Reason, step.Day, step.Amount);
}

/// <summary>A disclosed field, by its name on the API: <c>familyName</c>.</summary>
internal sealed record DisclosureResource(string Field, DisclosureTime When)
{
    public static DisclosureResource For(DisclosedField disclosed) => new(JsonNamingPolicy.CamelCase.ConvertName(disclosed.Field.ToString()), disclosed.When);
}

/// <summary>A convention in the API's list.</summary>
internal sealed record ConventionListItem(
    Guid Id, string Version, ConventionState State, Guid PartnerId, string PartnerName, string Reference, string Title, DateOnly StartsOn, DateOnly EndsOn, DateOnly? NoticeBy, bool Incomplete)
{
    public static ConventionListItem For(ConventionRow row) =>
        new(row.Id, row.Version.ToString(CultureInfo.InvariantCulture), row.State, row.PartnerId, row.PartnerName, row.Reference, row.Title, row.StartsOn, row.EndsOn, row.NoticeBy, row.Incomplete);
}

/// <summary>A page of a list.</summary>
internal sealed record ConventionItems(IReadOnlyList<ConventionListItem> Items, string? NextCursor);
