using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>What a mediator does before the thing that a test is about: cases of its own, so that the demonstration stays as it is.</summary>
internal sealed class Desk(Platform platform, string mediator = "mediator.valdegour", string site = "valdegour")
{
    /// <summary>What the form of <c>energie-etalement</c> cannot do without.</summary>
    public static Dictionary<string, string> Answers => new() { ["contractNumber"] = "6004512887", ["amountDue"] = "412.80" };

    public async Task<Guid> OpenCase(string familyName = "Essai", DateOnly? birthDate = null) => (await platform.Send(mediator, new OpenCase(
        DemonstrationId.Of($"site:{site}"),
        BeneficiaryInput.Unknown with { FamilyName = familyName, GivenName = "Lina", BirthDate = birthDate, Phone = "06 01 02 03 04", Address = "5 rue Kepler, 30900 Nîmes", Commune = "30189" },
        "Facture impayée depuis mars.", null))).Value;

    public async Task<Guid> Consent(Guid caseId, params string[] partners)
    {
        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        return (await platform.Send(mediator, new RecordConsent(caseId, ConsentKind.WrittenMandate, [.. partners.Select(partner => DemonstrationId.Of($"partner:{partner}"))], today, today.AddYears(1)))).Value;
    }

    public async Task<Guid> Draft(Guid caseId, string partner = "energie", string procedure = "energie-etalement", bool complete = true) => (await platform.Send(mediator, new StartReferral(
        caseId, DemonstrationId.Of($"partner:{partner}"), null, DemonstrationId.Of($"procedure:{procedure}"), complete ? "Étalement de la dette" : null, complete ? "Plan sur 6 mois" : null,
        Answers: complete ? Answers : null))).Value;

    public async Task<Guid> Sent(Guid caseId)
    {
        var draft = await Draft(caseId);
        var sent = await platform.Send(mediator, new SendReferral(draft, (uint)(await Read(draft)).Revision));
        Assert.Null(sent.Refusal);
        return draft;
    }

    public async Task<Referral> Read(Guid referralId) => (await platform.Send(mediator, new ReadReferral(referralId))).Value.Referral;
}
