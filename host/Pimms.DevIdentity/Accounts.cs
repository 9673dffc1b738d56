namespace Pimms.DevIdentity;

internal sealed class Accounts(IPersonas personas)
{
    public const string Password = "dev";

    public Task<IReadOnlyList<Persona>> All(CancellationToken ct) => personas.All(ct);

    public async Task<Persona?> Named(string? userName, CancellationToken ct) =>
        (await personas.All(ct)).FirstOrDefault(persona => string.Equals(persona.UserName, userName?.Trim(), StringComparison.OrdinalIgnoreCase));

    public async Task<Persona?> WithPassword(string? userName, string? password, CancellationToken ct) =>
        password == Password ? await Named(userName, ct) : null;

    public async Task<Persona?> WithSubject(string? subject, CancellationToken ct) =>
        (await personas.All(ct)).FirstOrDefault(persona => persona.Subject == subject);
}
