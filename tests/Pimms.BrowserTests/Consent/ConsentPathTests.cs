using System.Text.RegularExpressions;
using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>The person's permission, from the paper to its end, and what no text may carry: with script, and the same without.</summary>
public sealed partial class ConsentPathTests(Platform platform, Chromium chromium)
{
    private const string Nir = "2 84 05 30 189 123";
    private static readonly string Energie = DemonstrationId.Of("partner:energie").ToString();
    private static readonly string Ville = DemonstrationId.Of("partner:ville").ToString();

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_mandate_is_chosen_printed_signed_and_recorded(bool script)
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script);
        await mediator.OpenCase(script ? "Mandataire" : "Mandante");
        await mediator.Follow(mediator.Main.Locator("a[href$='/mandate']").First);
        await mediator.Give("partner", Energie);
        await mediator.Give("partner", Ville);
        await mediator.Main.Locator("[name=category][value=Documents]").UncheckAsync();
        await mediator.Follow(mediator.Main.Locator("form[method=get] button"));
        Assert.Equal(2, await mediator.Main.Locator(".paper section[lang=fr] > ul").First.Locator("li").CountAsync());
        Assert.Equal(script, await mediator.Main.Locator("[data-print]").IsVisibleAsync());

        await mediator.Follow(mediator.Main.Locator("a[href*='kind=WrittenMandate']"));
        Assert.True(await mediator.Main.Locator($"[name='Input.PartnerIds'][value='{Ville}']").IsCheckedAsync());
        Assert.False(await mediator.Main.Locator("[name='Input.Categories'][value=Documents]").IsCheckedAsync());
        await mediator.Shoot($"consent record {script}");
        await mediator.Send();
        Assert.Equal(200, mediator.Status);
        Assert.Contains(mediator.Text["ConsentKind.WrittenMandate"], await mediator.Main.InnerTextAsync(), StringComparison.Ordinal);
        await mediator.Shoot($"consent recorded {script}");
        Assert.Empty(mediator.TakeComplaints());
    }

    public static TheoryData<string> Languages => [.. PrintLanguage.All.Select(language => language.Code)];

    [Theory, MemberData(nameof(Languages))]
    public async Task A_mandate_fits_on_one_sheet_in_each_language(string language)
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour");
        var everybody = string.Join('&', new[] { "energie", "ville", "eau", "departement", "transports" }.Select(partner => $"partner={DemonstrationId.Of($"partner:{partner}")}"));
        await mediator.Go($"/cases/{DemonstrationId.Of("case:1")}/mandate?{everybody}&language={language}");
        Assert.Equal(200, mediator.Status);
        Assert.Empty(await mediator.Inspect());
        await mediator.Shoot($"mandate {language}");
        await mediator.Main.Locator($".languages a[lang={language}][aria-current]").WaitForAsync();

        await mediator.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await mediator.Shoot($"mandate {language} printed");
        var sheet = await mediator.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true, PrintBackground = true });
        if (Environment.GetEnvironmentVariable("PIMMS_SHOTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"mandate {language}.pdf"), sheet);
        Assert.Equal(1, Pages().Count(System.Text.Encoding.Latin1.GetString(sheet)));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_permission_taken_back_shuts_the_page_that_the_partner_has_open(bool script)
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script);
        await using var agent = await chromium.Open(platform, "agent.energie", script);
        var name = script ? "Retirant" : "Retirante";
        var referral = await mediator.SendReferral(name, "Permission retirée en cours de route");
        await agent.Go($"/referrals/{referral}");
        await agent.Open("Answer");
        await agent.Give("Input.Outcome", "InformationGiven");
        await agent.Give("Input.Text", "Voici ce que nous proposons.");

        await mediator.Go($"/referrals/{referral}");
        await mediator.Follow(mediator.Main.Locator("a[href^='/cases/']").First);
        await mediator.Follow(mediator.Main.Locator("a[href$='/withdraw']"));
        Assert.Contains("Permission retirée en cours de route", await mediator.Main.InnerTextAsync(), StringComparison.Ordinal);
        await mediator.Shoot($"consent withdraw {script}");
        await mediator.Send();
        Assert.Equal(200, mediator.Status);

        await agent.Send();
        Assert.Equal((410, $"/referrals/{referral}"), (agent.Status, agent.Address));
        Assert.Contains(agent.Text["Tombstone.Title"], await agent.Main.InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(name, await agent.Page.ContentAsync(), StringComparison.Ordinal);
        await agent.Shoot($"consent tombstone {script}");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_social_security_number_is_refused_at_its_place_and_the_text_is_kept_until_it_is_corrected(bool script)
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script);
        await mediator.OpenCase(script ? "Numéroté" : "Delacroix");
        await mediator.RecordConsent("energie");
        await mediator.ChooseProcedure("energie-etalement");
        await mediator.Give("Input.Subject", "Étalement");
        await mediator.Give("Input.ExpectedOutcome", "Un plan sur six mois.");
        await mediator.Give("Input.Answers.contractNumber", "6004512873");
        await mediator.Give("Input.Answers.amountDue", "300");
        var typed = $"Deux appels.\nSon n° de sécu est {Nir}, elle y tient.";
        await mediator.Give("Input.Answers.alreadyTried", typed);
        await mediator.Send();

        Assert.Equal(409, mediator.Status);
        var field = mediator.Main.Locator("[name='Input.Answers.alreadyTried']");
        Assert.Equal(typed, await field.InputValueAsync());
        Assert.Equal("true", await field.GetAttributeAsync("aria-invalid"));
        var said = await mediator.Page.Locator($"#{(await field.GetAttributeAsync("aria-describedby"))!.Split(' ')[^1]}").InnerTextAsync();
        Assert.Matches("[Ll]igne 2", said);
        Assert.Contains("•", said, StringComparison.Ordinal);
        Assert.DoesNotContain("189", said, StringComparison.Ordinal);
        if (script)
            Assert.Empty(await mediator.Inspect());
        await mediator.Shoot($"sensitive refused {script}");

        await mediator.Give("Input.Answers.alreadyTried", "Deux appels.");
        await mediator.Send();
        Assert.EndsWith("/check", mediator.Address, StringComparison.Ordinal);
        await mediator.Send();
        Assert.Equal(200, mediator.Status);
        Assert.NotEqual(Guid.Empty, mediator.ReferralHere());
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Pages();
}
