using Microsoft.Playwright;
using Pimms.Conventions;
using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>
/// A convention's life in the browser, without script: written part by part, signed, its paper attached, used by a mediator and an agent of its partner,
/// amended and compared, and reviewed until the figures are signed off.
/// </summary>
public sealed class ConventionTourTests(Platform platform, Chromium chromium)
{
    private const string Agent = "tour.agent@region.example";
    private static readonly DateOnly Begins = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Goes_from_the_draft_to_the_signed_off_review()
    {
        await using var admin = await chromium.Open(platform, "admin", script: false);
        var convention = await Write(admin);
        await Sign(admin);
        await Attach(admin);
        await Invite(admin);
        await Use();
        await admin.Go(convention);
        await Amend(admin);
        await admin.Go(convention);
        await Review(admin);
        Assert.Empty(admin.TakeComplaints());
    }

    private static async Task<string> Write(Window admin)
    {
        await admin.Go("/conventions/new");
        await admin.Main.Locator("[name=PartnerId]").SelectOptionAsync(new SelectOptionValue { Label = "Région" });
        await admin.Send();
        await admin.Give("Input.Reference", "2099-05");
        await admin.Give("Input.Title", "Convention de rentrée");
        await admin.Give("Input.Purpose", "Débloquer les aides avant la rentrée.");
        await admin.Give("Input.StartsOn", $"{Begins:yyyy-MM-dd}");
        await admin.Give("Input.EndsOn", $"{Begins.AddYears(1).AddDays(-1):yyyy-MM-dd}");
        await admin.Give("Input.Renewal.Months", "12");
        await admin.Give("Input.Renewal.NoticeMonths", "3");
        await admin.Send();
        Assert.EndsWith("/edit/territory", admin.Address, StringComparison.Ordinal);
        await admin.Give("Input.Communes", "Nîmes\nAlès");
        await admin.Shoot("tour convention territory");
        await admin.Send();
        await admin.Main.Locator("[name='Input.Procedures[0].Covered'][type=checkbox]").CheckAsync();
        await admin.Give("Input.Procedures[0].AcknowledgeWithinDays", "3");
        await admin.Give("Input.Procedures[0].AnswerWithinDays", "10");
        await admin.Shoot("tour convention commitments");
        await admin.Send();
        await admin.Give("Input.LegalBasis", "Mission d’intérêt public.");
        await admin.Shoot("tour convention data");
        await admin.Send();
        await admin.Main.Locator("[name='Input.Referents.Association']").SelectOptionAsync(new SelectOptionValue { Label = "Claire Dumas" });
        await admin.Give("Input.Contribution.YearlyAmount", "6000");
        await admin.Shoot("tour convention people");
        await admin.Send();
        var document = await admin.Main.InnerTextAsync();
        Assert.All(["Nîmes", "Alès", "Claire Dumas", "période de reconduction\u00a0: 12 mois"], words => Assert.Contains(words, document, StringComparison.Ordinal));
        await admin.Shoot("tour convention draft");
        return admin.Address;
    }

    private static async Task Sign(Window admin)
    {
        await admin.Follow(admin.Main.Locator("a[href$='/activate']"));
        await admin.Give("Input.SignedOn", $"{WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow()):yyyy-MM-dd}");
        await admin.Give("Input.Signatories[0].Name", "Hélène Castan");
        await admin.Give("Input.Signatories[0].Capacity", "présidente");
        await admin.Send();
        Assert.Contains(admin.Text["ConventionDocument.Incomplete"], await admin.Main.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task Attach(Window admin)
    {
        await admin.Follow(admin.Main.Locator("a[href$='/documents']").First);
        var paper = DemonstrationPaper.Of(DemonstrationAgreements.All(Begins)[0]);
        await admin.Main.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "convention signée.pdf", MimeType = "application/pdf", Buffer = paper });
        await admin.Send();
        var document = await admin.Main.InnerTextAsync();
        Assert.DoesNotContain(admin.Text["ConventionDocument.Incomplete"], document, StringComparison.Ordinal);
        Assert.Contains("convention signée.pdf", document, StringComparison.Ordinal);
    }

    private static async Task Amend(Window admin)
    {
        await admin.Follow(admin.Main.Locator("a[href$='/amend']"));
        await admin.Give("Input.EffectiveOn", $"{Begins.AddDays(30):yyyy-MM-dd}");
        await admin.Give("Input.Reason", "Répondre avant la rentrée.");
        await admin.Give("Input.Procedures[0].AnswerWithinDays", "5");
        await admin.Follow(admin.Called(admin.Text["AmendConvention.Look"]));
        await admin.Shoot("tour convention what changes");
        Assert.Equal(1, await admin.Main.Locator("[aria-labelledby=what-changes] tbody tr").CountAsync());
        await admin.Follow(admin.Called(admin.Text["AmendConvention.Button"]));
        await admin.Follow(admin.Main.Locator("a[href$='/versions/2']"));
        var compared = await admin.Main.InnerTextAsync();
        Assert.All(["répond sous 10 jours ouvrés", "répond sous 5 jours ouvrés", "Répondre avant la rentrée."], words => Assert.Contains(words, compared, StringComparison.Ordinal));
        await admin.Shoot("tour convention compared");
    }

    /// <summary>The partner had nobody who answers.</summary>
    private static async Task Invite(Window admin)
    {
        await admin.Go($"/people/invite?partner={DemonstrationId.Of("partner:region")}");
        await admin.Give("Input.GivenName", "Inès");
        await admin.Give("Input.FamilyName", "Tournier");
        await admin.Give("Input.Email", Agent);
        await admin.Give("Input.Role", "PartnerAgent");
        await admin.Give("Input.UnitIds", DemonstrationId.Of("unit:region-lyceens").ToString());
        await admin.Send();
        Assert.Equal(200, admin.Status);
    }

    /// <summary>What the convention opened: a mediator asks, the partner answers.</summary>
    private async Task Use()
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script: false);
        await mediator.OpenCase("Rentrée");
        await mediator.RecordConsent("region");
        await mediator.ChooseProcedure("region-aide-lyceen");
        await mediator.Give("Input.Subject", "Carte de rentrée refusée");
        await mediator.Give("Input.ExpectedOutcome", "Que la carte soit envoyée avant la rentrée.");
        await mediator.Give("Input.Answers.aidKind", "Transport scolaire");
        await mediator.Give("Input.Answers.school", "Lycée Dhuoda, Nîmes");
        await mediator.Give("Input.Answers.obstacle", "Le justificatif de domicile est arrivé après la clôture.");
        await mediator.Send();
        await mediator.Send();
        Assert.Equal(200, mediator.Status);
        var referral = mediator.ReferralHere();

        await using var agent = await chromium.Open(platform, Agent, script: false);
        await agent.Go($"/referrals/{referral}");
        await agent.Do("Accept");
        await agent.Open("Answer");
        await agent.Give("Input.Outcome", "RightOpened");
        await agent.Give("Input.Text", "La carte est partie ce matin.");
        await agent.Send();
        Assert.Equal(200, agent.Status);
    }

    private static async Task Review(Window admin)
    {
        await admin.Follow(admin.Main.Locator("a[href$='/reviews']").First);
        await admin.Follow(admin.Main.Locator("a[href$='/reviews/new']"));
        await admin.Give("Input.FromDay", $"{Begins:yyyy-MM-dd}");
        await admin.Give("Input.ToDay", $"{Begins:yyyy-MM-dd}");
        await admin.Send();
        Assert.Equal(200, admin.Status);
        Assert.Equal("1", (await admin.Main.Locator(".key-figures strong").First.InnerTextAsync()).Trim());
        Assert.Contains(admin.Text["Outcome.RightOpened"], await admin.Main.InnerTextAsync(), StringComparison.Ordinal);
        await admin.Follow(admin.Main.Locator("a[href$='/sign']"));
        await admin.Send();
        Assert.Equal(200, admin.Status);
        Assert.Equal(admin.Text["ReviewState.Signed"], (await admin.Main.Locator(".lede .state").InnerTextAsync()).Trim());
        await admin.Shoot("tour convention reviewed");
    }
}
