using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class OpenCaseTests(Platform platform)
{
    [Fact]
    public async Task Opens_a_case_at_the_mediators_only_site_without_asking_which()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var form = await mediator.Open("/cases/new");
        Assert.Empty(form.Document.QuerySelectorAll("select[name='Input.SiteId']"));

        var page = await form.Submit(
        [
            ("Input.Beneficiary.FamilyName", "Ouvrard"), ("Input.Beneficiary.GivenName", "Lina"), ("Input.Beneficiary.BirthDate", "1988-04-02"), ("Input.Beneficiary.PreferredLanguage", "tr"),
            ("Input.Situation", "Facture impayée depuis mars."), ("Input.HarmDate", "2030-01-15"),
        ]);
        Assert.StartsWith("/cases/", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.All(["Lina Ouvrard", "2 avril 1988", "turc", "Facture impayée depuis mars.", "Valdegour", "Karima Benali"], words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refuses_at_the_fields_and_keeps_what_was_typed()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var page = await (await mediator.Open("/cases/new")).Submit([("Input.Beneficiary.GivenName", "Lina"), ("Input.Beneficiary.Phone", "12"), ("Input.Beneficiary.Email", "lina")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        string[] wrong = ["#Input_Beneficiary_FamilyName", "#Input_Beneficiary_Phone", "#Input_Beneficiary_Email", "#Input_Situation"];
        Assert.Equal(wrong.Order(), page.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")!).Order());
        Assert.Equal("12", page.Document.QuerySelector("[name='Input.Beneficiary.Phone']")!.GetAttribute("value"));
        Assert.Equal("Lina", page.Document.QuerySelector("[name='Input.Beneficiary.GivenName']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("nimes")]
    [InlineData("30189")]
    [InlineData("Nîmes (30189)")]
    public async Task Understands_the_commune_by_name_or_code_and_shows_its_name(string typed)
    {
        using var mediator = await platform.As("mediator.valdegour");
        var page = await Located(mediator, typed);
        Assert.Equal("Nîmes", page.Document.QuerySelectorAll("dt").Single(label => label.TextContent == "Commune").NextElementSibling!.TextContent);
        var edit = await mediator.Open($"{page.Address.AbsolutePath}/edit");
        Assert.Equal("Nîmes (30189)", edit.Document.QuerySelector("[name='Input.Beneficiary.Commune']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, (await edit.Submit()).Status);
    }

    [Theory]
    [InlineData("30000")]
    [InlineData("Atlantis")]
    [InlineData("Saint")]
    public async Task Refuses_at_its_field_a_commune_that_does_not_exist(string typed)
    {
        using var mediator = await platform.As("mediator.valdegour");
        var page = await Located(mediator, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("#Input_Beneficiary_Commune", page.Document.QuerySelectorAll(".error-summary a").Single().GetAttribute("href"));
        Assert.Equal(typed, page.Document.QuerySelector("[name='Input.Beneficiary.Commune']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Refuses_a_birth_date_in_the_future()
    {
        var refused = await platform.Send("mediator.valdegour", new OpenCase(
            DemonstrationId.Of("site:valdegour"), BeneficiaryInput.Unknown with { FamilyName = "A", GivenName = "B", BirthDate = new(2999, 1, 1) }, "Situation", null));
        Assert.Equal("Case.BirthDateImpossible", refused.Refusal!.Errors.Single().Message);
    }

    [Fact]
    public async Task Refuses_the_site_of_others()
    {
        var refused = await platform.Send("mediator.valdegour", new OpenCase(DemonstrationId.Of("site:pissevin"), BeneficiaryInput.Unknown with { FamilyName = "A", GivenName = "B" }, "Situation", null));
        Assert.Equal("SiteId", refused.Refusal!.Errors.Single().Field);
    }

    private static async Task<ShownPage> Located(Visitor mediator, string commune) => await (await mediator.Open("/cases/new")).Submit(
        [("Input.Beneficiary.FamilyName", "Essai"), ("Input.Beneficiary.GivenName", "Lina"), ("Input.Beneficiary.Commune", commune), ("Input.Situation", "Facture impayée.")]);

    [Theory]
    [InlineData("/cases")]
    [InlineData("/cases/new")]
    public async Task Is_for_mediators(string address)
    {
        using var agent = await platform.As("agent.energie");
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open(address)).Status);
        using var nobody = platform.Nobody();
        using var answer = await nobody.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(address)}", answer.Headers.Location?.ToString());
    }
}
