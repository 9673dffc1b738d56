using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Pimms.IntegrationTests;

[assembly: AssemblyFixture(typeof(Pimms.IntegrationTests.Platform))]
[assembly: AssemblyFixture(typeof(Pimms.BrowserTests.Chromium))]

namespace Pimms.BrowserTests;

/// <summary>One Chromium for all tests; each window has cookies of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    [ModuleInitializer]
    internal static void SpeakFrench() => CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.DefaultThreadCurrentCulture = new CultureInfo("fr-FR");

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PIMMS_TEST_CHROMIUM") ?? "/usr/bin/chromium-headless-shell",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    /// <summary>A window in which nobody is signed in.</summary>
    public async Task<Window> Open(Platform platform, bool script = true, int width = 1280)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = platform.Address.ToString(),
            Locale = "fr-FR",
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = width < 600 ? 640 : 900 },
        });
        context.SetDefaultTimeout((float)Window.Patience.TotalMilliseconds);
        return new Window(context, await context.NewPageAsync(), platform.Services);
    }

    /// <summary>A window in which this persona is signed in.</summary>
    public async Task<Window> Open(Platform platform, string persona, bool script = true, int width = 1280)
    {
        var window = await Open(platform, script, width);
        await window.SignIn(persona);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
