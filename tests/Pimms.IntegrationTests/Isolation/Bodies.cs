using System.Net.Http.Json;

namespace Pimms.IntegrationTests;

/// <summary>A body of the right shape for each unsafe endpoint, by the end of its address: a stranger must not be stopped by the shape before the rows are asked.</summary>
internal static class Bodies
{
    /// <summary>The same as it is sent: a file goes as a part of a form.</summary>
    public static HttpContent ContentFor(Route route) => route.Template.EndsWith("/documents", StringComparison.Ordinal) || route.Template.EndsWith("/files", StringComparison.Ordinal)
        ? new MultipartFormDataContent { { new ByteArrayContent("Ni PDF, ni photo."u8.ToArray()), "file", "essai.txt" } }
        : JsonContent.Create(For(route) ?? new { });

    public static object? For(Route route) => route.Template.Split('/')[^1] switch
    {
        "send" or "accept" or "resume" or "read" => new { },
        "request-information" => new { items = new[] { "Dernière facture" }, text = "Merci." },
        "provide-information" => new { items = Array.Empty<object>(), text = "Voici." },
        "hold" => new { reason = "AwaitingBeneficiary", text = "En attente du relevé.", resumeOn = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow()).AddDays(10) },
        "answer" => new { outcome = "InformationGiven", text = "Voici la réponse." },
        "decline" => new { reason = "NotCompetent", text = "Ce n’est pas pour nous." },
        "withdraw" => new { reason = "SolvedOtherwise", text = "Réglé." },
        "close" => new { verifiedResult = "Confirmed", text = "Vérifié." },
        "reopen" => new { reason = "La coupure a eu lieu." },
        "assign" => new { assigneeId = DemonstrationId.Of("person:agent2.energie") },
        "transfer" => new { unitId = DemonstrationId.Of("unit:energie-facturation"), text = "Pour vous." },
        // In parts it would be: a stranger must not get as far as that either.
        "documents" or "files" => new { },
        "messages" => new { text = "Bonjour.", visibility = "Shared" },
        "withdrawal" => new { },
        "consents" => Consent,
        "referrals" when route.Template.Contains("/cases/", StringComparison.Ordinal) => Draft,
        "cases" => Case,
        "{id:guid}" when route.Template.Contains("/referrals/", StringComparison.Ordinal) => Draft,
        "conventions" or "amendments" or "{id:guid}" when route.Template.Contains("/conventions", StringComparison.Ordinal) => Convention,
        "activate" when route.Template.Contains("/conventions", StringComparison.Ordinal) => new { signedOn = "2026-01-05", signatories = new[] { new { name = "Claire Dumas", capacity = "Directrice" } } },
        "suspend" => new { reason = "Avenant en cours." },
        "prolong" or "terminate" => new { reason = "D’un commun accord.", endsOn = "2026-12-31" },
        "approval" => new { approve = false, reason = "Pas maintenant." },
        "referents" => new { association = DemonstrationId.Of("person:admin") },
        "contributions" => new { amount = 1500, receivedOn = "2026-01-05", note = "Virement" },
        "people" => new { email = "nouvelle@energie.example", givenName = "Nouvelle", familyName = "Personne", role = "PartnerAgent", siteIds = Array.Empty<Guid>(), partnerId = DemonstrationId.Of("partner:energie"), unitIds = new[] { DemonstrationId.Of("unit:energie-solidarite") } },
        "absences" => new { from = Day(60), to = Day(70), replacementId = DemonstrationId.Of("person:agent3.energie") },
        "mails" => new { delivery = "AtOnce" },
        "deactivate" or "reactivate" or "resend-invitation" => new { },
        _ => null,
    };

    private static DateOnly Day(int fromNow) => WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow()).AddDays(fromNow);

    private static object Draft => new { partnerId = DemonstrationId.Of("partner:energie"), unitId = DemonstrationId.Of("unit:energie-solidarite"), procedureId = DemonstrationId.Of("procedure:energie-etalement"), subject = "Ce que la matrice demande", expectedOutcome = "Un plan", urgency = "Normal", answers = new { } };

    private static object Consent => new { kind = "WrittenMandate", partnerIds = new[] { DemonstrationId.Of("partner:energie") }, givenOn = "2026-11-02", validUntil = "2027-11-01" };

    private static object Case => new { siteId = DemonstrationId.Of("site:valdegour"), beneficiary = new { familyName = "Matrice", givenName = "Essai", birthDate = "1970-01-01", commune = "30189", preferredLanguage = "fr", contactRestrictions = "None" }, situation = "Essai." };

    private static object Convention => new
    {
        partnerId = DemonstrationId.Of("partner:metropole"), reference = "2099-001", title = "Essai", purpose = "Essai", startsOn = "2027-01-01", endsOn = "2027-12-31", communes = new[] { "30189" },
        procedures = new[] { new { procedureId = DemonstrationId.Of("procedure:metropole-fsl"), acknowledgeWithinDays = 2, answerWithinDays = 10, expiryDays = 30 } },
        disclosedFields = new[] { new { field = "familyName", when = "AtSending" } }, legalBasis = "Mission d’intérêt public", retentionMonths = 24, nirAllowed = false,
    };
}
