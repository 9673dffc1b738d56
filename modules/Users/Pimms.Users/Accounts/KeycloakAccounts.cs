using System.Text.Json.Nodes;

namespace Pimms.Users;

/// <summary>Accounts in Keycloak, by its admin API and a service account that may do no more than that.</summary>
internal sealed class KeycloakAccounts(KeycloakAdmin keycloak, KeycloakSettings settings, UsersDbContext db, TimeProvider clock) : IAccounts
{
    /// <summary>How long the link of an invitation opens the account.</summary>
    private static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    public async Task<SentInvitation?> Invite(Person person, CancellationToken ct)
    {
        if (await Find(person, ct) is not { } account)
            account = await Make(person, ct);
        else if (await IsSomebodyElses(account, person, ct))
            return new SentInvitation(null);
        else
            await Write(person, account, ct);

        string[] actions = person.Role is Role.Administrator or Role.PartnerManager ? ["CONFIGURE_TOTP", "UPDATE_PASSWORD"] : ["UPDATE_PASSWORD"];
        await keycloak.Put($"users/{account["id"]}/execute-actions-email?client_id={settings.Client}&lifespan={(int)Validity.TotalSeconds}", new JsonArray([.. actions]), ct);
        return new SentInvitation(clock.GetUtcNow() + Validity);
    }

    public async Task Align(Person person, CancellationToken ct)
    {
        if (await Find(person, ct) is not { } account || await IsSomebodyElses(account, person, ct))
            return;
        await Write(person, account, ct);
        if (!person.Active)
            await keycloak.Post($"users/{account["id"]}/logout", null, ct);
    }

    public Task EndSession(string issuerSession, CancellationToken ct) => keycloak.Delete($"sessions/{Uri.EscapeDataString(issuerSession)}", ct);

    /// <summary>By the subject that is linked, never by another; before the first sign-in by the address.</summary>
    private async Task<JsonObject?> Find(Person person, CancellationToken ct) => person.Subject is { } subject
        ? (JsonObject?)await keycloak.Get($"users/{Uri.EscapeDataString(subject)}", ct)
        : ((JsonArray?)await keycloak.Get($"users?exact=true&email={Uri.EscapeDataString(person.Email)}", ct))?.OfType<JsonObject>().SingleOrDefault();

    /// <summary>Whether somebody else enters, or is about to enter, with this account: then it stays as it is.</summary>
    private async Task<bool> IsSomebodyElses(JsonObject account, Person person, CancellationToken ct)
    {
        var subject = (string)account["id"]!;
        return await db.People.AnyAsync(other => other.Id != person.Id && (other.Subject == subject || (person.Subject == null && other.Subject == null && other.Active && other.Email == person.Email && other.Id < person.Id)), ct);
    }

    private async Task<JsonObject> Make(Person person, CancellationToken ct)
    {
        var account = Said(person, new JsonObject { ["username"] = person.Email });
        account["groups"] = new JsonArray($"/{person.Role.Group()}");
        await keycloak.Post("users", account, ct);
        return await Find(person, ct) ?? throw new HttpRequestException("Keycloak made an account and does not find it.");
    }

    private async Task Write(Person person, JsonObject account, CancellationToken ct)
    {
        var id = account["id"];
        await keycloak.Put($"users/{id}", Said(person, account), ct);
        var wanted = person.Role.Group();
        var ours = Enum.GetValues<Role>().Select(role => role.Group()).ToHashSet();
        var groups = ((JsonArray)(await keycloak.Get("groups", ct))!).OfType<JsonObject>().ToDictionary(group => (string)group["name"]!, group => (string)group["id"]!);
        var held = ((JsonArray)(await keycloak.Get($"users/{id}/groups", ct))!).Select(group => (string)group!["name"]!).ToHashSet();
        foreach (var other in held.Where(name => name != wanted && ours.Contains(name)))
            await keycloak.Delete($"users/{id}/groups/{groups[other]}", ct);
        if (!held.Contains(wanted))
            await keycloak.Put($"users/{id}/groups/{groups[wanted]}", null, ct);
    }

    private static JsonObject Said(Person person, JsonObject account)
    {
        (account["enabled"], account["email"], account["firstName"], account["lastName"]) = (person.Active, person.Email, person.GivenName, person.FamilyName);
        account["attributes"] = person.PartnerId is { } partner ? new JsonObject { ["partner_id"] = new JsonArray(partner.ToString()) } : new JsonObject();
        return account;
    }
}
