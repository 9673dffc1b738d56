using System.Net;

namespace Pimms.IntegrationTests;

public sealed class PartnerPagesTests(Platform platform)
{
    private static readonly string Energie = $"/partners/{DemonstrationId.Of("partner:energie")}";

    [Theory]
    [InlineData("mediator.valdegour", false)]
    [InlineData("lead.valdegour", false)]
    [InlineData("admin", true)]
    public async Task The_association_finds_all_partners_and_administrators_add_one(string userName, bool adds)
    {
        using var visitor = await platform.As(userName);
        var page = await visitor.Open("/partners");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(Energie, page.Links);
        Assert.Equal(adds, page.Links.Contains("/partners/new"));
    }

    [Fact]
    public async Task The_list_can_be_narrowed_to_a_field()
    {
        using var visitor = await platform.As("mediator.valdegour");
        var page = await (await visitor.Open("/partners")).Submit([("Kind", "Water")], form: "main form");
        Assert.Equal(["Eau"], page.Document.QuerySelectorAll(".row-title").Select(row => row.TextContent));
    }

    [Theory]
    [InlineData("agent.energie")]
    [InlineData("manager.energie")]
    public async Task A_partner_is_led_to_its_own_page(string userName)
    {
        using var visitor = await platform.As(userName);
        var page = await visitor.Open("/partners");
        Assert.Equal(Energie, page.Address.AbsolutePath);
        Assert.Contains("Étalement d’une dette d’énergie", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_a_unit_wants_known_and_what_its_forms_ask_but_not_its_mailbox_to_mediators()
    {
        using var visitor = await platform.As("mediator.valdegour");
        var text = (await visitor.Open(Energie)).Text;
        Assert.Contains("un petit plan tenu vaut mieux", text, StringComparison.Ordinal);
        Assert.Contains("Point de livraison (PDL)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("solidarite@energie.example", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("energie", "Délais promis")]
    [InlineData("etat", "la convention est suspendue")]
    [InlineData("metropole", "aucune convention signée")]
    public async Task Says_what_the_convention_promises_or_why_it_is_closed(string partner, string words)
    {
        using var visitor = await platform.As("mediator.valdegour");
        Assert.Contains(words, (await visitor.Open($"/partners/{DemonstrationId.Of($"partner:{partner}")}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_partners_page_does_not_exist()
    {
        using var visitor = await platform.As("agent.ville");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open(Energie)).Status);
    }

    [Theory]
    [InlineData("mediator.valdegour")]
    [InlineData("manager.energie")]
    public async Task Only_administrators_change_partners(string userName)
    {
        using var visitor = await platform.As(userName);
        var form = $"/procedures/{DemonstrationId.Of("procedure:energie-etalement")}/form";
        foreach (var address in (string[])["/partners/new", $"{Energie}/edit", $"{Energie}/units/new", $"{Energie}/deactivate", form])
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open(address)).Status);
    }

    [Fact]
    public async Task A_stranger_is_sent_to_sign_in()
    {
        using var visitor = platform.Nobody();
        using var answer = await visitor.Http.GetAsync(new Uri("/partners", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.ToString().Replace(platform.Address.ToString().TrimEnd('/'), "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
