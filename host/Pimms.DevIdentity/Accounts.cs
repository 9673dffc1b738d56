namespace Pimms.DevIdentity;

internal sealed class Accounts(IEnumerable<IPersonas> sources)
{
    public const string Password = "dev";

    public async Task<IReadOnlyList<Persona>> All(CancellationToken ct)
    {
        var all = new List<Persona>();
        foreach (var source in sources)
            all.AddRange(await source.All(ct));
        return all;
    }

    public async Task<Persona?> Named(string? userName, CancellationToken ct) =>
        (await All(ct)).FirstOrDefault(persona => string.Equals(persona.UserName, userName?.Trim(), StringComparison.OrdinalIgnoreCase));

    public async Task<Persona?> WithPassword(string? userName, string? password, CancellationToken ct) =>
        password == Password ? await Named(userName, ct) : null;

    public async Task<Persona?> WithSubject(string? subject, CancellationToken ct) =>
        (await All(ct)).FirstOrDefault(persona => persona.Subject == subject);
}
