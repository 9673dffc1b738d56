using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>Keycloak's own pages in the product's look, in a browser: from the sign-in to the second proof, on a wide and on a narrow window.</summary>
public sealed class KeycloakPagesTests(Chromium chromium) : IAsyncLifetime
{
    private Platform platform = null!;

    public async ValueTask InitializeAsync()
    {
        RealKeycloak.Needed();
        platform = await Platform.Start(new() { Keycloak = new RealKeycloak() });
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Are_whole_and_open_to_everybody(int width)
    {
        await using var window = await chromium.Open(platform, width: width);
        var wrong = new List<string>();
        async Task Look(string name)
        {
            await window.Shoot($"keycloak-{name}-{width}");
            wrong.AddRange((await window.Inspect()).Select(one => $"{name}: {one}"));
        }

        await window.Go("/sign-in?returnUrl=/profile");
        await Look("sign-in");
        await Enter(window, "agent.eau", "guessed");
        await Look("wrong-password");
        await window.Follow(window.Page.GetByText("Mot de passe oublié ?"));
        await Look("forgotten");
        await window.Page.Locator("#username").FillAsync("agent.eau");
        await window.Follow(window.Page.Locator("button[type=submit], input[type=submit]").First);
        await Look("mail-sent");

        await window.Page.GotoAsync((await platform.Keycloak!.Mails.Next(await AddressOf("agent.eau"))).Link());
        await Look("from-mail");
        if (await window.Page.Locator("#kc-info-message a").CountAsync() > 0)
            await window.Follow(window.Page.Locator("#kc-info-message a"));
        await Look("new-password");
        await window.Page.Locator("#password-new").FillAsync("une phrase");
        await window.Page.Locator("#password-confirm").FillAsync("une autre");
        await window.Follow(window.Page.Locator("#kc-submit"));
        await Look("passwords-differ");

        await window.Page.GotoAsync($"{platform.Realm}protocol/openid-connect/auth?client_id=pimms-web&redirect_uri=https://elsewhere.example/&response_type=code");
        await Look("error");
        await window.Page.GotoAsync($"{platform.Realm}protocol/openid-connect/logout");
        await Look("logout");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Set_up_the_second_proof_and_ask_for_it_the_next_time()
    {
        await using var window = await chromium.Open(platform, width: 320);
        await window.Go("/sign-in?returnUrl=/people");
        await Enter(window, "manager.energie", "dev");
        await window.Shoot("keycloak-totp-320");
        var wrong = (await window.Inspect()).ToList();
        await window.Follow(window.Page.Locator("#mode-manual"));
        await window.Shoot("keycloak-totp-manual-320");
        wrong.AddRange(await window.Inspect());
        Assert.Empty(wrong);

        await window.Page.GetByLabel("Code à 6 chiffres").FillAsync("000000");
        await window.Follow(window.Page.Locator("#saveTOTPBtn"));
        Assert.Empty(await window.Inspect());
        Assert.Contains("Ce code n’est pas le bon", await window.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        var secret = await window.Page.Locator("#totpSecret").GetAttributeAsync("value");
        await window.Page.GetByLabel("Code à 6 chiffres").FillAsync(OneTimeCode.Of(secret!, TimeProvider.System.GetUtcNow()));
        await window.Follow(window.Page.Locator("#saveTOTPBtn"));
        Assert.Equal("/people", window.Address);

        await using var again = await chromium.Open(platform);
        await again.Go("/sign-in?returnUrl=/people");
        await Enter(again, "manager.energie", "dev");
        await again.Shoot("keycloak-otp-1280");
        Assert.Empty(await again.Inspect());
        await again.Page.Locator("#otp").FillAsync(OneTimeCode.Of(secret!, TimeProvider.System.GetUtcNow()));
        await again.Follow(again.Page.Locator("#kc-login"));
        Assert.Equal("/people", again.Address);
    }

    private static async Task Enter(Window window, string userName, string password)
    {
        await window.Page.Locator("#username").FillAsync(userName);
        await window.Page.Locator("#password").FillAsync(password);
        await window.Follow(window.Page.Locator("#kc-login"));
    }

    private async Task<string> AddressOf(string userName) => (string)(await platform.Keycloak!.Account(userName))!["email"]!;

    public async ValueTask DisposeAsync()
    {
        if (platform is not null)
            await platform.DisposeAsync();
    }
}
