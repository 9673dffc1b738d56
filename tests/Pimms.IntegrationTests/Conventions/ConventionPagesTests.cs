using System.Net;

namespace Pimms.IntegrationTests;

public sealed class ConventionPagesTests(Platform platform)
{
    private readonly Agreements agreements = new(platform);

    [Fact]
    public async Task Tells_mediators_why_a_partner_is_closed_until_when_and_whom_to_ask()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        var convention = await agreements.Active(partner, procedure, body => body["referents"] = new { association = DemonstrationId.Of("person:admin") });
        await convention.Do("suspend", new { reason = "Le guichet déménage." });
        using var mediator = await platform.As("mediator.valdegour");
        var page = await mediator.Open($"/cases/{await new Desk(platform).OpenCase()}/referrals/new");
        Assert.Contains("Le guichet déménage.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Claire Dumas", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_a_draft_part_by_part_and_loses_nothing_typed()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        using var admin = await platform.As("admin");
        var page = await (await admin.Open($"/conventions/new?PartnerId={partner}")).Submit(
            [("Input.Reference", "2027-09"), ("Input.Title", "Essai"), ("Input.Purpose", "Essai"), ("Input.StartsOn", "2027-01-01"), ("Input.EndsOn", "2027-12-31")]);
        Assert.EndsWith("/edit/territory", page.Address.AbsolutePath, StringComparison.Ordinal);

        var refused = await page.Submit([("Input.Communes", "Nîmes\nAtlantis")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Atlantis", refused.Document.QuerySelector("[name='Input.Communes']")!.TextContent, StringComparison.Ordinal);
        page = await refused.Submit([("Input.Communes", "Nîmes")]);
        page = await page.Submit([("Input.Procedures[0].Covered", "true"), ("Input.Procedures[0].AcknowledgeWithinDays", "2"), ("Input.Procedures[0].AnswerWithinDays", "9"), ("Input.Procedures[0].MonthlyCap", "20")]);
        page = await page.Submit([("Input.LegalBasis", "Consentement")]);
        page = await page.Submit([("Input.Referents.Association", DemonstrationId.Of("person:admin").ToString())]);
        Assert.All(["Nîmes", "9 jours ouvrés", "20 par mois", "Claire Dumas", "Consentement"], words => Assert.Contains(words, page.Text.Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal));
        Assert.NotEqual(Guid.Empty, procedure);
    }

    [Fact]
    public async Task Is_not_signed_before_it_says_what_it_covers()
    {
        var (partner, _, _) = await platform.NewPartner();
        using var admin = await platform.As("admin");
        var page = await (await admin.Open($"/conventions/new?PartnerId={partner}")).Submit(
            [("Input.Reference", "2027-10"), ("Input.Title", "Essai"), ("Input.Purpose", "Essai"), ("Input.StartsOn", "2027-01-01"), ("Input.EndsOn", "2027-12-31")]);
        var id = page.Address.Segments[2].Trim('/');
        var refused = await (await admin.Open($"/conventions/{id}/activate")).Submit([("Input.SignedOn", "2026-01-05"), ("Input.Signatories[0].Name", "Hélène"), ("Input.Signatories[0].Capacity", "présidente")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Aucune démarche n", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/conventions/settings")]
    [InlineData("/conventions/{0}/amend")]
    [InlineData("/conventions/{0}/prolong")]
    [InlineData("/conventions/{0}/referents")]
    [InlineData("/conventions/{0}/contributions")]
    [InlineData("/conventions/{0}/documents")]
    [InlineData("/conventions/{0}/approval")]
    [InlineData("/conventions/{0}/edit/data")]
    public async Task Only_administrators_change_conventions(string address)
    {
        var at = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, DemonstrationId.Of("convention:energie"));
        using var manager = await platform.As("manager.energie");
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.Open(at)).Status);
        using var nobody = platform.Nobody();
        Assert.StartsWith("/sign-in", (await nobody.Http.GetAsync(new Uri(at, UriKind.Relative), TestContext.Current.CancellationToken)).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_compares_the_versions_of_its_own_and_of_no_other()
    {
        using var agent = await platform.As("agent.eau");
        var page = await agent.Open($"/conventions/{DemonstrationId.Of("convention:eau")}/versions/2");
        Assert.Contains("répond sous 15 jours ouvrés", page.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Open($"/conventions/{DemonstrationId.Of("convention:energie")}/versions/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Open($"/conventions/{DemonstrationId.Of("convention:eau")}/versions/3")).Status);
    }
}
