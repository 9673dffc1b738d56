using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class ReceiptTests(Platform platform)
{
    private static readonly DateOnly Born = new(1984, 5, 17);
    private readonly Desk desk = new(platform);

    [Fact]
    public async Task Shows_steps_and_standings_and_gives_a_code_once()
    {
        var (id, _) = await CaseWithReferral();
        Assert.Null((await platform.Send("mediator.valdegour", new AddStep(id, new("Appelé le fournisseur", StepBy.Alone, null)))).Refusal);
        using var mediator = await platform.As("mediator.valdegour");
        var receipt = await mediator.Open($"/cases/{id}/receipt?language=tr");
        Assert.Null(receipt.Document.QuerySelector(".qr"));
        var issued = await receipt.Submit();
        var paper = issued.Document.QuerySelector(".receipt")!;
        Assert.Equal("tr", paper.GetAttribute("lang"));
        Assert.All(["Her adım bir zaferdir.", "Appelé le fournisseur", "siz, tek başınıza", "Énergie"], words => Assert.Contains(words, paper.TextContent, StringComparison.Ordinal));
        Assert.Matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", CodeOf(issued));
        Assert.NotNull(paper.QuerySelector("svg.qr path[d^='M4 4h7']"));
        Assert.Empty(issued.Document.QuerySelectorAll("[style], style"));

        // In another language the same paper shows the same code; without what the address carries, none.
        var arabic = await mediator.Open(issued.Document.QuerySelector(".languages a[lang=ar]")!.GetAttribute("href")!);
        Assert.Equal(CodeOf(issued), CodeOf(arabic));
        Assert.Equal("rtl", arabic.Document.QuerySelector(".receipt")!.GetAttribute("dir"));
        Assert.Null((await mediator.Open($"/cases/{id}/receipt")).Document.QuerySelector(".code"));
    }

    [Fact]
    public async Task Keeps_the_code_as_a_hash_only()
    {
        var (id, _) = await CaseWithReferral();
        using var mediator = await platform.As("mediator.valdegour");
        var code = CodeOf(await (await mediator.Open($"/cases/{id}/receipt")).Submit());
        Assert.Equal(Convert.ToHexString(ReceiptCode.Hash(code)), (await platform.Ask("select upper(encode(code_hash, 'hex')) from referrals.receipts where case_id = $1", id)).Single());
    }

    [Fact]
    public async Task Renewing_kills_the_old_code_after_asking()
    {
        var (id, _) = await CaseWithReferral();
        using var mediator = await platform.As("mediator.valdegour");
        var first = await (await mediator.Open($"/cases/{id}/receipt")).Submit();
        var again = await (await mediator.Open($"/cases/{id}/receipt/new?language=es")).Submit();
        Assert.NotEqual(CodeOf(first), CodeOf(again));
        Assert.Equal("es", again.Document.QuerySelector(".receipt")!.GetAttribute("lang"));
        Assert.Null((await mediator.Open(first.Address.PathAndQuery)).Document.QuerySelector(".code"));
    }

    [Fact]
    public async Task Gives_no_code_without_a_birth_date_and_leads_to_it()
    {
        var id = await desk.OpenCase();
        using var mediator = await platform.As("mediator.valdegour");
        Assert.Contains($"/cases/{id}/edit", (await mediator.Open($"/cases/{id}/receipt")).Links);
        Assert.Equal("birth-date-missing", (await platform.Send("mediator.valdegour", new IssueReceipt(id))).Refusal!.Type);
    }

    [Fact]
    public async Task A_sealed_code_of_another_case_shows_nothing()
    {
        var ((id, _), (other, _)) = (await CaseWithReferral(), await CaseWithReferral());
        using var mediator = await platform.As("mediator.valdegour");
        var issued = await (await mediator.Open($"/cases/{id}/receipt")).Submit();
        await (await mediator.Open($"/cases/{other}/receipt")).Submit();
        Assert.Null((await mediator.Open($"/cases/{other}/receipt{issued.Address.Query}")).Document.QuerySelector(".code"));
        Assert.Null((await mediator.Open($"/cases/{id}/receipt?code=nonsense")).Document.QuerySelector(".code"));
    }

    [Theory]
    [InlineData("mediator.pissevin", HttpStatusCode.NotFound)]
    [InlineData("agent.energie", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.Forbidden)]
    public async Task Does_not_exist_for_others(string persona, HttpStatusCode status)
    {
        var (id, _) = await CaseWithReferral();
        using var visitor = await platform.As(persona);
        Assert.Equal(status, (await visitor.Open($"/cases/{id}/receipt")).Status);
        Assert.Equal(RefusalTypes.NotFound, (await platform.Send(persona, new IssueReceipt(id))).Refusal!.Type);
    }

    private async Task<(Guid Case, Guid Referral)> CaseWithReferral()
    {
        var id = await desk.OpenCase($"Reçu{string.Concat(Guid.NewGuid().ToString("N").Select(sign => (char)('a' + (sign % 26))))}", Born);
        await desk.Consent(id, "energie");
        return (id, await desk.Sent(id));
    }

    private static string CodeOf(ShownPage page) => page.Document.QuerySelector(".code")!.TextContent;
}
