using System.Collections.Concurrent;

namespace Pimms.IntegrationTests;

/// <summary>What a person does on Keycloak's own pages: name and password, and the second proof, set up where it is asked for the first time.</summary>
internal static class KeycloakPages
{
    private static readonly ConcurrentDictionary<(string Realm, string UserName), string> Secrets = new();

    /// <summary>Goes on until the pages are not Keycloak's any more, or say no.</summary>
    public static async Task<ShownPage> Through(ShownPage page, string userName, string password)
    {
        var entered = false;
        for (var steps = 0; steps < 4; steps++)
        {
            var key = (page.Address.AbsolutePath.Split('/').ElementAtOrDefault(2) ?? "", userName);
            // Once only: who insists on a wrong password is slowed down.
            if (!entered && page.Document.QuerySelector("#kc-form-login") is not null)
                (entered, page) = (true, await page.Submit([("username", userName), ("password", password)], form: "#kc-form-login"));
            else if (page.Document.QuerySelector("#kc-totp-settings-form") is not null)
                page = await SetUp(page, key);
            else if (page.Document.QuerySelector("#kc-otp-login-form") is not null)
                page = await page.Submit([("otp", OneTimeCode.Of(Secrets[key], TimeProvider.System.GetUtcNow()))], form: "#kc-otp-login-form");
            else
                return page;
        }
        return page;
    }

    /// <summary>Sets the second proof up, as a telephone would after it read the picture.</summary>
    private static Task<ShownPage> SetUp(ShownPage page, (string, string) key)
    {
        var secret = Secrets[key] = page.Document.QuerySelector("#totpSecret")!.GetAttribute("value")!;
        return page.Submit([("totp", OneTimeCode.Of(secret, TimeProvider.System.GetUtcNow()))], form: "#kc-totp-settings-form");
    }
}
