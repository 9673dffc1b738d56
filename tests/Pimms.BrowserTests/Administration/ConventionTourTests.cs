using Microsoft.Playwright;
using Pimms.Conventions;
using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>A convention's life in the browser, without script: written part by part, signed, its paper attached, amended and compared.</summary>
public sealed class ConventionTourTests(Platform platform, Chromium chromium)
{
    private static readonly DateOnly Begins = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow()).AddDays(200);

    [Fact]
    public async Task Goes_from_the_draft_to_the_amendment()
    {
        await using var admin = await chromium.Open(platform, "admin", script: false);
        await Write(admin);
        await Sign(admin);
        await Attach(admin);
        await Amend(admin);
        Assert.Empty(admin.TakeComplaints());
    }

    private static async Task Write(Window admin)
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
        Assert.All(["Nîmes", "Alès", "Claire Dumas", "reconduite de 12 mois en 12 mois"], words => Assert.Contains(words, document, StringComparison.Ordinal));
        await admin.Shoot("tour convention draft");
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
}
