using Microsoft.Playwright;
using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>
/// A convention's review, from the referrals that people really send to the signed-off paper. Without script, as all of it must work. On a platform of its own:
/// what other tests send meanwhile would be counted too.
/// </summary>
public sealed class ReviewPathTests(Platform platform, Chromium chromium) : IClassFixture<Platform>
{
    private static readonly Guid Convention = DemonstrationId.Of("convention:energie");

    [Fact]
    public async Task A_review_is_counted_from_the_real_flow_commented_by_both_sides_signed_off_and_printed()
    {
        await using var admin = await chromium.Open(platform, "admin", script: false);
        await OpenReview(admin);
        var before = await Sent(admin);
        var review = admin.Address;

        await AnswerOne();
        await admin.Go(review);
        Assert.Equal(before + 1, await Sent(admin));
        Assert.Contains(admin.Text["Outcome.DebtReduced"], await admin.Main.InnerTextAsync(), StringComparison.Ordinal);

        await Comment(admin, review, "Les délais tiennent depuis l’arrivée d’un second agent.");
        await using var manager = await chromium.Open(platform, "manager.energie", script: false);
        await FindAsPartner(manager, review);
        await Comment(manager, review, "Nous gardons deux agents l’an prochain.");

        await SignOff(admin, review);
        await AnswerOne();
        await admin.Go(review);
        Assert.Equal(before + 1, await Sent(admin));
        Assert.Equal(0, await admin.Main.Locator("#comments form").CountAsync());
        await Print(admin);
        await manager.Go(review);
        Assert.Equal(200, manager.Status);
        await manager.Shoot("review signed, as the partner reads it");
    }

    private static async Task OpenReview(Window admin)
    {
        await admin.Go($"/conventions/{Convention}");
        await admin.Follow(admin.Main.Locator($"a[href='/conventions/{Convention}/reviews']"));
        await admin.Follow(admin.Main.Locator("a[href$='/reviews/new']"));
        await admin.Give("Input.FromDay", "2000-01-01");
        await admin.Send();
        Assert.Equal(422, admin.Status);
        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        await admin.Give("Input.FromDay", $"{today.AddMonths(-11):yyyy-MM-dd}");
        await admin.Give("Input.ToDay", $"{today:yyyy-MM-dd}");
        await admin.Send();
        Assert.Equal(200, admin.Status);
        Assert.StartsWith("/reviews/", admin.Address, StringComparison.Ordinal);
    }

    /// <summary>A mediator sends, the agent takes it up and answers.</summary>
    private async Task AnswerOne()
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script: false);
        var referral = await mediator.SendReferral("Bilan", "Une dette à réduire");
        await using var agent = await chromium.Open(platform, "agent.energie", script: false);
        await agent.Go($"/referrals/{referral}");
        await agent.Do("Accept");
        await agent.Open("Answer");
        await agent.Give("Input.Outcome", "DebtReduced");
        await agent.Give("Input.Text", "La dette est ramenée à moitié.");
        await agent.Give("Input.Amount", "206,40");
        await agent.Send();
        Assert.Equal(200, agent.Status);
    }

    private static async Task Comment(Window window, string review, string text)
    {
        await window.Go(review);
        await window.Follow(window.Main.Locator("#comments form button"));
        Assert.Equal(422, window.Status);
        await window.Give("Input.Text", text);
        await window.Follow(window.Main.Locator("#comments form button"));
        Assert.Equal(200, window.Status);
        Assert.Contains(text, await window.Main.Locator("#comments").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task FindAsPartner(Window manager, string review)
    {
        await manager.Go($"/conventions/{Convention}");
        await manager.Follow(manager.Main.Locator($"a[href='/conventions/{Convention}/reviews']"));
        await manager.Follow(manager.Main.Locator($"a[href='{review}']"));
        Assert.Equal(200, manager.Status);
        // It reads and comments; opening and signing are not its own.
        Assert.Equal(0, await manager.Main.Locator("a[href$='/sign'], a[href$='/reviews/new']").CountAsync());
    }

    private static async Task SignOff(Window admin, string review)
    {
        await admin.Go(review);
        await admin.Follow(admin.Main.Locator("a[href$='/sign']"));
        await admin.Send();
        Assert.Equal(200, admin.Status);
        Assert.Equal(review, admin.Address);
        Assert.Matches(@"B\d{4}-\d{4}", await admin.Main.InnerTextAsync());
        Assert.Equal(admin.Text["ReviewState.Signed"], (await admin.Main.Locator(".lede .state").InnerTextAsync()).Trim());
        await admin.Shoot("review signed");
    }

    /// <summary>On A4: no navigation, nothing cut off, the charts drawn although browsers leave backgrounds out.</summary>
    private static async Task Print(Window admin)
    {
        await admin.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await admin.Page.SetViewportSizeAsync(678, 1000);
        Assert.False(await admin.Page.Locator(".site-header").IsVisibleAsync());
        Assert.False(await admin.Main.Locator(".actions").First.IsVisibleAsync());
        Assert.True(await admin.Main.Locator(".signatures").IsVisibleAsync());
        Assert.NotEqual(0, await admin.Main.Locator("svg.bar rect.bar-part").CountAsync());
        var box = await admin.Main.Locator("svg.bar").First.BoundingBoxAsync();
        Assert.True(box is { Width: > 100, Height: > 4 });
        await admin.Shoot("review printed");
        var paper = await admin.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        Assert.True(paper.Length > 10_000);
        if (Environment.GetEnvironmentVariable("PIMMS_SHOTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, "review.pdf"), paper);
        await admin.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await admin.Page.SetViewportSizeAsync(1280, 900);
    }

    private static async Task<int> Sent(Window window) =>
        int.Parse((await window.Main.Locator(".key-figures strong").First.InnerTextAsync()).Replace("\u202f", "", StringComparison.Ordinal).Trim(), System.Globalization.CultureInfo.InvariantCulture);
}
