using System.Net;
using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Referrals;
using Pimms.UnitTests;

namespace Pimms.IntegrationTests;

/// <summary>Where every file must be scanned: what nobody could look at waits, and is served to nobody.</summary>
public sealed class QuarantineTests
{
    [Fact]
    public async Task A_file_waits_while_the_scanner_is_down_and_is_let_out_once_it_answers()
    {
        using var scanner = new Scanner { IsDown = true };
        await using var platform = await Platform.Start(new() { Settings = scanner.Settings });
        var (referral, document) = await Attached(platform, "facture.pdf", PdfWriter.OfPage());
        Assert.Equal("Quarantined", await State(platform, document));
        await Nobody_may_read(platform, referral, document);

        await Scan(platform);
        Assert.Equal("Quarantined", await State(platform, document));

        scanner.IsDown = false;
        await Scan(platform);
        Assert.Equal("Available", await State(platform, document));
        using var client = await platform.Api("mediator.valdegour");
        Assert.Equal(PdfWriter.OfPage(), await client.GetByteArrayAsync(new Uri(Address(referral, document), UriKind.Relative)));
    }

    [Fact]
    public async Task What_the_scanner_then_knows_is_never_served_and_its_content_is_gone()
    {
        using var scanner = new Scanner { IsDown = true };
        await using var platform = await Platform.Start(new() { Settings = scanner.Settings });
        var virus = HostileFiles.Infected.First(file => file.Name.EndsWith(".pdf", StringComparison.Ordinal));
        var (referral, document) = await Attached(platform, virus.Name, virus.Content);
        Assert.Equal("Quarantined", await State(platform, document));

        scanner.IsDown = false;
        await Scan(platform);
        Assert.Equal("Rejected", await State(platform, document));
        await Nobody_may_read(platform, referral, document);
        Assert.Equal("0", (await platform.Ask("select count(*) from platform.document_contents c join referrals.documents d on d.file_content_id = c.id where d.id = $1", document)).Single());
        using var mediator = await platform.As("mediator.valdegour");
        Assert.Contains("retiré par l’antivirus", (await mediator.Open($"/referrals/{referral}/documents")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_scanner_where_there_must_be_one_every_file_waits()
    {
        await using var platform = await Platform.Start(new() { Settings = new() { ["Documents:MustBeScanned"] = "true" } });
        var (referral, document) = await Attached(platform, "facture.pdf", PdfWriter.OfPage());
        await Scan(platform);
        Assert.Equal("Quarantined", await State(platform, document));
        await Nobody_may_read(platform, referral, document);
        using var mediator = await platform.As("mediator.valdegour");
        var page = await mediator.Open($"/referrals/{referral}/documents");
        Assert.Contains("en attente de l’antivirus", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Address(referral, document)["/api/v1".Length..], page.Links);
    }

    [Theory]
    [InlineData("Production", false, true)]
    [InlineData("Development", false, false)]
    [InlineData("Development", true, true)]
    public void Production_always_wants_a_scan(string environment, bool asked, bool wanted)
    {
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationManager { ["Documents:MustBeScanned"] = asked.ToString() };
        Assert.Equal(wanted, DocumentSettings.From(configuration, new Named(environment)).MustBeScanned);
    }

    private static async Task<(Guid Referral, Guid Document)> Attached(Platform platform, string name, byte[] content)
    {
        var referral = await new Counter(platform).Sent();
        var attached = await platform.Send("mediator.valdegour", new AttachDocument(referral, Upload.Of(name, content), Visibility.Shared));
        Assert.Null(attached.Refusal);
        return (referral, attached.Value);
    }

    private static async Task Nobody_may_read(Platform platform, Guid referral, Guid document)
    {
        foreach (var person in (string[])["mediator.valdegour", "agent.energie"])
        {
            using var client = await platform.Api(person);
            using var answer = await client.GetAsync(new Uri(Address(referral, document), UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static string Address(Guid referral, Guid document) => $"/api/v1/referrals/{referral}/documents/{document}";

    private static async Task<string> State(Platform platform, Guid document) => (await platform.Ask("select file_state from referrals.documents where id = $1", document)).Single();

    private static async Task Scan(Platform platform) => Assert.Null((await platform.Within(CurrentUser.System("tests"), services => services.GetRequiredService<IMediator>().Send(new ScanQuarantined<ReferralDocument>()))).Refusal);

    private sealed class Named(string environment) : Microsoft.Extensions.Hosting.IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = null!;
    }
}
