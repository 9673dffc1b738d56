using System.Text.Json.Nodes;

namespace Pimms.DevIdentity;

/// <summary>
/// The product's realm file for development and tests: its places filled in, the demonstration's people added, who all have the password <c>dev</c>, and the
/// client that scripts get tokens with. Never what an association imports.
/// </summary>
/// <param name="Name">The realm's name: <c>pimms</c>, or another for a host of a test's own.</param>
/// <param name="Platform">The host's address: no slash at the end.</param>
/// <param name="MailPort">Of the mail server on this machine.</param>
public sealed record DevelopmentRealm(string Name, string Platform, int MailPort)
{
    /// <summary>Secret of <c>pimms-web</c>.</summary>
    public const string WebSecret = "pimms-web-development";

    /// <summary>Secret of <c>pimms-admin</c>.</summary>
    public const string AdminSecret = "pimms-admin-development";

    private const string PasswordFlow = "scripts";

    /// <summary>The product's realm itself, only its places filled in: to try what an association gets.</summary>
    public JsonObject AsShipped()
    {
        var realm = (JsonObject)JsonNode.Parse(Filled())!;
        realm["realm"] = Name;
        return realm;
    }

    /// <summary>The realm with the demonstration's people.</summary>
    public JsonObject With(IReadOnlyList<Persona> personas)
    {
        var realm = AsShipped();
        // "dev" keeps to no policy.
        realm.Remove("passwordPolicy");
        // Tests and demonstrations sign in several times within the life of one code.
        realm["otpPolicyCodeReusable"] = true;
        ((JsonArray)realm["clients"]!).Add(Scripts(realm));
        ((JsonArray)realm["authenticationFlows"]!).Add(ByPassword());
        realm["directGrantFlow"] = PasswordFlow;
        foreach (var persona in personas)
            ((JsonArray)realm["users"]!).Add(User(persona));
        return realm;
    }

    private string Filled()
    {
        using var reader = new StreamReader(typeof(DevelopmentRealm).Assembly.GetManifestResourceStream("pimms-realm.json")!);
        var text = reader.ReadToEnd();
        foreach (var (place, value) in (IEnumerable<(string, string)>)
        [
            ("BASE_URL", Platform), ("BACKCHANNEL_URL", Platform), ("WEB_CLIENT_SECRET", WebSecret), ("ADMIN_CLIENT_SECRET", AdminSecret),
            ("SMTP_HOST", "127.0.0.1"), ("SMTP_PORT", $"{MailPort}"), ("SMTP_FROM", "ne-pas-repondre@pimms.example"), ("SMTP_STARTTLS", "false"), ("SMTP_AUTH", "false"),
            ("SMTP_USER", ""), ("SMTP_PASSWORD", ""),
        ])
            text = text.Replace($"${{PIMMS_{place}}}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The scripts' client makes the same tokens as the pages' one.</summary>
    private static JsonObject Scripts(JsonObject realm) => new()
    {
        ["clientId"] = Clients.Scripts,
        ["publicClient"] = true,
        ["standardFlowEnabled"] = false,
        ["directAccessGrantsEnabled"] = true,
        ["protocolMappers"] = realm["clients"]![0]!["protocolMappers"]!.DeepClone(),
    };

    /// <summary>A script has no telephone in its hand: a password is enough for it.</summary>
    private static JsonObject ByPassword() => new()
    {
        ["alias"] = PasswordFlow,
        ["providerId"] = "basic-flow",
        ["topLevel"] = true,
        ["builtIn"] = false,
        ["authenticationExecutions"] = new JsonArray(Execution("direct-grant-validate-username", 10), Execution("direct-grant-validate-password", 20)),
    };

    private static JsonObject Execution(string authenticator, int priority) =>
        new JsonObject { ["authenticator"] = authenticator, ["requirement"] = "REQUIRED", ["priority"] = priority, ["authenticatorFlow"] = false };

    private static JsonObject User(Persona persona) => new JsonObject
    {
        ["id"] = persona.Subject,
        ["username"] = persona.UserName,
        ["enabled"] = true,
        ["email"] = persona.Email,
        ["emailVerified"] = true,
        ["firstName"] = persona.GivenName,
        ["lastName"] = persona.FamilyName,
        ["credentials"] = new JsonArray(new JsonObject { ["type"] = "password", ["value"] = Accounts.Password, ["temporary"] = false }),
        // A role's group is named after it.
        ["groups"] = new JsonArray($"/{persona.Roles[0]}s"),
        ["attributes"] = persona.PartnerId is { } partner ? new JsonObject { ["partner_id"] = new JsonArray(partner) } : new JsonObject(),
    };
}
