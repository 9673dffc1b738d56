using System.Text;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Referrals;
using Pimms.UnitTests;

namespace Pimms.IntegrationTests;

/// <summary>Contents in S3-compatible storage, by configuration alone.</summary>
public sealed class S3Tests
{
    [Fact]
    public async Task Contents_lie_in_the_bucket_encrypted_come_back_and_go_with_their_file()
    {
        await using var s3 = await FakeS3.Start();
        await using var platform = await Platform.Start(new() { Settings = s3.Settings });
        var sown = s3.Objects.Count;
        var desk = new Desk(platform);
        var draft = await desk.Draft(await desk.OpenCase());
        var document = (await platform.Send("mediator.valdegour", new AttachDocument(draft, Upload.Of("facture.pdf"), Visibility.Shared))).Value;

        Assert.Equal(sown + 1, s3.Objects.Count);
        Assert.All(s3.Objects.Values, content => Assert.DoesNotContain("PDF", Encoding.Latin1.GetString(content), StringComparison.Ordinal));
        Assert.Equal(["0"], await platform.Ask("select count(*) from platform.document_contents where content is not null"));
        using var mediator = await platform.Api("mediator.valdegour");
        Assert.Equal(PdfWriter.OfPage(), await mediator.GetByteArrayAsync(new Uri($"/api/v1/referrals/{draft}/documents/{document}", UriKind.Relative)));

        Assert.Null((await platform.Send("mediator.valdegour", new RemoveDocument(draft, document))).Refusal);
        await Patience.Until(() => s3.Objects.Count == sown);
        Assert.Equal(0, s3.Refused);
    }

    [Fact]
    public async Task What_a_transaction_left_that_came_to_nothing_is_tidied_up_and_nothing_else()
    {
        await using var s3 = await FakeS3.Start();
        var clock = new MovedClock();
        await using var platform = await Platform.Start(new() { Settings = s3.Settings, Clock = clock });
        var sown = s3.Objects.Count;
        Assert.NotEqual(0, sown);
        await platform.Within("mediator.valdegour", async services =>
        {
            await using var work = await services.GetRequiredService<DatabaseSession>().Begin(services.GetRequiredService<CurrentUser>(), CancellationToken.None);
            return (await services.GetRequiredService<DocumentIntake>().Take<ReferralDocument>("facture.pdf", PdfWriter.OfPage(), CancellationToken.None)).Value;
        });
        Assert.Equal(sown + 1, s3.Objects.Count);

        await Tidy(platform);
        Assert.Equal(sown + 1, s3.Objects.Count);
        clock.Advance(TimeSpan.FromHours(2));
        await Tidy(platform);
        await Patience.Until(() => s3.Objects.Count == sown);
        // The row goes after its object.
        var rows = string.Join(" + ", platform.Services.GetServices<HeldDocument>().Select(held => $"(select count(*) from {held.Table})"));
        for (var tenths = 0; (await platform.Ask($"select {rows}")).Single() != (await platform.Ask("select count(*) from platform.document_contents")).Single(); tenths++)
        {
            Assert.True(tenths < 100, "A row stayed.");
            await Task.Delay(100);
        }
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_by_the_storage()
    {
        await using var s3 = await FakeS3.Start();
        using var bucket = new S3Bucket(S3Settings.From(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(s3.Settings) { ["Documents:S3:SecretKey"] = "another" }).Build())!);
        await Assert.ThrowsAsync<Amazon.S3.AmazonS3Exception>(() => bucket.Put(Guid.NewGuid(), [1, 2, 3], CancellationToken.None));
        Assert.Equal((0, true), (s3.Objects.Count, s3.Refused > 0));
    }

    [Fact]
    public void A_storage_without_its_secret_is_an_error_that_names_it()
    {
        var configuration = new ConfigurationManager { ["Documents:S3:Endpoint"] = "https://s3.example", ["Documents:S3:Bucket"] = "b", ["Documents:S3:AccessKey"] = "a" };
        Assert.Contains("Documents:S3:SecretKey", Assert.Throws<InvalidOperationException>(() => S3Settings.From(configuration)).Message, StringComparison.Ordinal);
        Assert.Null(S3Settings.From(new ConfigurationManager()));
    }

    private static async Task Tidy(Platform platform) => Assert.Null((await platform.Within(CurrentUser.System("tests"), services => services.GetRequiredService<IMediator>().Send(new TidyContents<ReferralDocument>()))).Refusal);
}
