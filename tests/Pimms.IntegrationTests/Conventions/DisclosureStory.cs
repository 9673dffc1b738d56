using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Conventions;
using Pimms.Conventions.Contracts;
using Pimms.Partners.Contracts;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>A referral, the annex it was sent under, and what its beneficiary's fields hold.</summary>
internal sealed record Disclosed(Guid Id, IReadOnlyDictionary<BeneficiaryField, DisclosureTime> Annex, IReadOnlyDictionary<BeneficiaryField, string> Values, IReadOnlyDictionary<BeneficiaryField, string> Marks)
{
    public IReadOnlyCollection<BeneficiaryField> Due(DisclosureTime when) => [.. Annex.Where(field => field.Value == when).Select(field => field.Key)];

    /// <summary>The fields whose own mark stands in a text, however it is spaced.</summary>
    public IEnumerable<BeneficiaryField> MarksIn(string text, IEnumerable<BeneficiaryField> except)
    {
        var packed = DisclosureStory.Packed(text);
        return Marks.Where(mark => packed.Contains(mark.Value, StringComparison.OrdinalIgnoreCase)).Select(mark => mark.Key).Except(except);
    }
}

/// <summary>Signs conventions with random annexes for procedures of their own, asks the channel, and sends a referral under each.</summary>
internal sealed partial class DisclosureStory(Platform platform, Random random)
{
    private static readonly Guid Energie = DemonstrationId.Of("partner:energie");
    private static readonly CurrentUser Mediator = new() { Id = DemonstrationId.Of("person:mediator.valdegour"), Name = "Mélanie", Side = Side.Association, Role = Role.Mediator, SiteIds = [DemonstrationId.Of("site:valdegour")] };
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
    private static int marked;

    public Task<IReadOnlyList<Disclosed>> Send(int howMany) => platform.Within(CurrentUser.System("tests"), async services =>
    {
        await using var work = await services.GetRequiredService<DatabaseSession>().Begin(services.GetRequiredService<CurrentUser>(), CancellationToken.None);
        var annexes = Enumerable.Range(0, howMany).ToDictionary(_ => Guid.CreateVersion7(), _ => Annex());
        var conventions = services.GetRequiredService<ConventionsDbContext>();
        foreach (var (procedure, annex) in annexes)
            conventions.Add(Signed(procedure, annex));
        await conventions.SaveChangesAsync();
        conventions.ChangeTracker.Clear();

        var channels = await services.GetRequiredService<IConventionDirectory>().Channels(Energie, annexes.Keys, "30189", WorkingCalendar.DayOf(Now), CancellationToken.None);
        var referrals = services.GetRequiredService<ReferralsDbContext>();
        IReadOnlyList<Disclosed> sent = [.. annexes.Select(annex => Sent(referrals, annex.Value, channels[annex.Key].Terms!))];
        await referrals.SaveChangesAsync();
        await work.Commit(CancellationToken.None);
        return sent;
    });

    /// <summary>Letters and figures only: a number may be shown in groups, a date with its parts.</summary>
    public static string Packed(string text) => Spaces().Replace(text, "");

    private Dictionary<BeneficiaryField, DisclosureTime> Annex() => Enum.GetValues<BeneficiaryField>().Select(field => (Field: field, Draw: random.Next(3)))
        .Where(field => field.Draw > 0).ToDictionary(field => field.Field, field => field.Draw == 1 ? DisclosureTime.AtSending : DisclosureTime.AfterAcceptance);

    private static Convention Signed(Guid procedure, Dictionary<BeneficiaryField, DisclosureTime> annex)
    {
        var unit = DemonstrationId.Of("unit:energie-solidarite");
        var partner = new PartnerDetails(Energie, "Énergie", [new UnitDetails(unit, "Solidarité", "", [new ProcedureDetails(procedure, unit, "Essai", new ProcedureForm(1, []))])]);
        var convention = Convention.Draft(new DraftConvention
        {
            PartnerId = Energie, Reference = "essai", Title = "Essai", Purpose = "Essai", LegalBasis = "Consentement", StartsOn = Agreements.Today.AddDays(-1), EndsOn = Agreements.Today.AddDays(1),
            Procedures = [new() { ProcedureId = procedure, AcknowledgeWithinDays = 2, AnswerWithinDays = 10 }],
            DisclosedFields = [.. annex.Select(field => new DisclosureContent { Field = field.Key, When = field.Value })],
        }, partner, Mediator, Now);
        Assert.Null(convention.Activate(Agreements.Today, [], Mediator, Now).Refusal);
        return convention;
    }

    private static Disclosed Sent(ReferralsDbContext db, Dictionary<BeneficiaryField, DisclosureTime> annex, ChannelTerms terms)
    {
        var number = 1000 + Interlocked.Increment(ref marked);
        var beneficiary = new Beneficiary
        {
            FamilyName = $"Famqz{number}x", GivenName = $"Givqz{number}x", BirthDate = new DateOnly(1905, 1, 1).AddDays(number), Phone = $"+3379{number}000", Email = $"mail{number}@qz.example",
            Address = $"ruequandz{number}x", Commune = $"Q{number}", PreferredLanguage = "ar", ContactRestrictions = ContactRestriction.NoLetter,
        };
        var its = Case.Open($"D-{number}", Mediator.SiteIds[0], beneficiary, "Essai.", null, Mediator, Now);
        db.Cases.Add(its);
        var referral = Referral.Draft($"D-{number}", its, "Valdegour", new(Energie, "Énergie", DemonstrationId.Of("unit:energie-solidarite"), "Solidarité", DemonstrationId.Of("procedure:energie-etalement"), "Essai", 1),
            new("Essai", "Essai", Urgency.Normal, null, new(new Dictionary<string, string>())), Mediator, Now);
        Assert.Null(referral.Send(its, terms, Mediator, Now).Refusal);
        db.Referrals.Add(referral);
        return new(referral.Id, annex, Values(beneficiary), Marks(beneficiary, number));
    }

    private static Dictionary<BeneficiaryField, string> Values(Beneficiary beneficiary) =>
        Disclosure.Of(beneficiary, Enum.GetValues<BeneficiaryField>().Select(field => new DisclosedField(field, DisclosureTime.AtSending)), DisclosureTime.AtSending);

    /// <summary>What is nobody else's; language and restrictions have values that many share, and are compared by the API's fields alone.</summary>
    private static Dictionary<BeneficiaryField, string> Marks(Beneficiary beneficiary, int number) => new()
    {
        [BeneficiaryField.FamilyName] = beneficiary.FamilyName,
        [BeneficiaryField.GivenName] = beneficiary.GivenName,
        [BeneficiaryField.Phone] = $"79{number}000",
        [BeneficiaryField.Email] = Packed(beneficiary.Email!),
        [BeneficiaryField.Address] = beneficiary.Address!,
        [BeneficiaryField.Commune] = beneficiary.Commune!,
    };

    [GeneratedRegex(@"[\s\u00a0\u202f.\-]|&nbsp;|&#xA0;|&#x202F;")]
    private static partial Regex Spaces();
}
