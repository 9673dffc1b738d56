using Microsoft.Playwright;
using Pimms.IntegrationTests;
using Pimms.UnitTests;

namespace Pimms.BrowserTests;

/// <summary>Attaching a file as a person does it, with script and without.</summary>
public sealed class UploadTests(Platform platform, Chromium chromium)
{
    private static readonly SampleFile Bill = CleanFiles.All[0];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_attached_and_the_other_side_has_it(bool script)
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script);
        await using var agent = await chromium.Open(platform, "agent.energie", script);
        var referral = await mediator.SendReferral(script ? "Lopes" : "Kowalski", "Une pièce à joindre");
        await mediator.Go($"/referrals/{referral}");
        await mediator.Press(mediator.Text["ReadReferral.AddDocument"]);
        await Choose(mediator, Bill.Name, Bill.Content);
        await mediator.Press(mediator.Text["AttachDocument.Button"]);
        Assert.Contains(mediator.Text["AttachDocument.Done"], await mediator.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);

        await agent.Go($"/referrals/{referral}");
        var waiting = agent.Page.WaitForDownloadAsync();
        await agent.Main.Locator("#documents .document-name a").ClickAsync();
        await using var kept = await (await waiting).CreateReadStreamAsync();
        using var content = new MemoryStream();
        await kept.CopyToAsync(content);
        Assert.Equal(Bill.Content, content.ToArray());
        Assert.Empty(mediator.TakeComplaints());
    }

    [Fact]
    public async Task What_is_refused_or_interrupted_is_said_where_the_file_stays_chosen_and_the_same_button_tries_again()
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour");
        var referral = await mediator.SendReferral("Ferrand", "Un envoi difficile");
        await mediator.Go($"/referrals/{referral}/documents");
        var error = mediator.Main.Locator("[data-upload-error]");
        var button = mediator.Called(mediator.Text["AttachDocument.Button"]);

        await Choose(mediator, "facture.pdf", "%PDF-1.7 <script>"u8.ToArray());
        await button.ClickAsync();
        await Assertions.Expect(error).ToHaveTextAsync(mediator.Text["DocumentRefusal.Broken"]);
        await Choose(mediator, "facture.pdf", new byte[DocumentIntake.MostBytes + 1]);
        await button.ClickAsync();
        await Assertions.Expect(error).ToHaveTextAsync(mediator.Text["DocumentRefusal.TooLarge"]);

        await Choose(mediator, Bill.Name, Bill.Content);
        await mediator.Page.Context.SetOfflineAsync(true);
        await button.ClickAsync();
        await Assertions.Expect(error).ToHaveTextAsync(mediator.Text["AttachDocument.Failed"]);
        await mediator.Page.Context.SetOfflineAsync(false);
        Assert.Equal(1, await mediator.Main.Locator("input[type=file]").EvaluateAsync<int>("input => input.files.length"));
        await mediator.Follow(button);
        Assert.Contains(Bill.Name, await mediator.Main.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_answers_what_the_partner_asked_and_what_is_typed_beside_it_stays(bool script)
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script, width: 320);
        await using var agent = await chromium.Open(platform, "agent.energie", script);
        var referral = await mediator.SendReferral(script ? "Ouali" : "Nowak", "Une pièce demandée");
        await agent.Go($"/referrals/{referral}");
        await agent.Open("RequestInformation");
        await agent.Give("Input.Items[0]", "Dernière facture");
        await agent.Give("Input.Items[1]", "Relevé du compteur");
        await agent.Send();

        await mediator.Go($"/referrals/{referral}/provide-information");
        await mediator.Give("Input.Items[0].Answer", "Un mot à garder");
        var items = mediator.Main.Locator("fieldset:has([data-attach])");
        var second = items.Nth(1);
        await Choose(second, "facture.pdf", "%PDF-1.7 <script>"u8.ToArray());
        if (script)
        {
            await second.Locator("[data-attach-now]").ClickAsync();
            await Assertions.Expect(second.Locator("[data-upload-error]")).ToHaveTextAsync(mediator.Text["DocumentRefusal.Broken"]);
            await Choose(second, Bill.Name, Bill.Content);
            await second.Locator("[data-attach-now]").ClickAsync();
            await Assertions.Expect(second.Locator("[data-attached] li")).ToHaveTextAsync(Bill.Name);
            // What is chosen and not attached yet goes with the whole.
            await Choose(items.Nth(0), Bill.Name, Bill.Content);
        }
        else
        {
            await mediator.Send();
            await Assertions.Expect(second.Locator(".field-error").First).ToContainTextAsync(mediator.Text["DocumentRefusal.Broken"]);
            await Choose(second, Bill.Name, Bill.Content);
        }
        Assert.Equal("Un mot à garder", await mediator.Main.Locator("[name='Input.Items[0].Answer']").InputValueAsync());
        await mediator.Shoot($"provide information, script {script}");
        await mediator.Send();
        Assert.Contains(mediator.Text["ProvideInformation.Done"], await mediator.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);

        await agent.Go($"/referrals/{referral}");
        Assert.Equal(script ? 2 : 1, await agent.Main.Locator(".answered a[download]").CountAsync());
        Assert.Contains("Un mot à garder", await agent.Main.InnerTextAsync(), StringComparison.Ordinal);
        await agent.Shoot($"information provided, script {script}");
    }

    private static Task Choose(ILocator place, string name, byte[] content) =>
        place.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });

    private static Task Choose(Window window, string name, byte[] content) =>
        window.Main.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
}
