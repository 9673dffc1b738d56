using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pimms.Referrals;

/// <summary>The cases of the demonstration as they stand in <c>cases.json</c>: written as people write, dated from today.</summary>
internal static class DemonstrationCases
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<CaseStory> All()
    {
        using var stream = typeof(DemonstrationCases).Assembly.GetManifestResourceStream($"{typeof(DemonstrationCases).Namespace}.Demonstration.cases.json")!;
        return JsonSerializer.Deserialize<List<CaseStory>>(stream, Json)!;
    }
}

internal sealed record CaseStory(string Slug, string Site, string Mediator, int OpenedDaysAgo, BeneficiaryInput Beneficiary, string Situation, int? HarmInDays, List<ConsentStory> Consents, List<ReferralStory> Referrals, string? Post = null, List<DoneStory>? Done = null, List<FileStory>? Files = null);

/// <summary>A paper that the mediator put to the case.</summary>
internal sealed record FileStory(int DaysAgo, string FileName, List<string> Lines);

/// <summary>One step on the person's way.</summary>
internal sealed record DoneStory(StepBy By, int DaysAgo, string Text);

internal sealed record ConsentStory(ConsentKind Kind, List<string> Partners, int DaysAgo, int? ValidDays, string? RepresentativeName, string? RepresentativeQuality);

internal sealed record ReferralStory(
    string Slug, string Procedure, string Partner, string Subject, string Expected, Urgency Urgency, string? UrgencyReason, Dictionary<string, string> Answers, List<StepStory> Steps, List<MessageStory>? Messages, List<DocumentStory>? Documents);

internal sealed record StepStory(
    Move Move, int DaysAgo, string? By, string? Text, List<string>? Items, int? ResumeInDays, Outcome? Outcome, decimal? Amount, string? NextSteps, string? Reason, string? Suggested, VerifiedResult? Result, Autonomy? Autonomy);

internal sealed record MessageStory(int DaysAgo, string By, string Text, Visibility Visibility);

internal sealed record DocumentStory(int DaysAgo, string By, Visibility Visibility, string FileName, List<string> Lines);
