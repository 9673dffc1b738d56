using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>
/// What somebody was sending when the session had ended: kept for that same person, encrypted, for half a day. It is shown again after the sign-in and
/// never sent by itself.
/// </summary>
internal sealed class KeptForms([FromKeyedServices(ConnectionPools.Beside)] NpgsqlDataSource beside, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Name of the key in the address of the page that shows it again.</summary>
    public const string Key = "kept";

    private const int AtMost = 500_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private readonly IDataProtector protector = protection.CreateProtector("Pimms.SignIn.KeptForms");

    /// <summary>Keeps it; the answer is the key, null when it is too long to be a form that somebody typed.</summary>
    public async Task<string?> Keep(string subject, string path, IReadOnlyDictionary<string, string[]> fields, CancellationToken ct)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(fields);
        if (content.Length > AtMost)
            return null;
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        await using var batch = beside.AsWorker($"""
            with gone as (delete from platform.kept_forms where created_at < {now - Lifetime})
            insert into platform.kept_forms (id, subject, path, fields, created_at) values ({Hash(key)}, {subject}, {path}, {protector.Protect(content)}, {now})
            on conflict do nothing
            """);
        await batch.ExecuteNonQueryAsync(ct);
        return key;
    }

    /// <summary>The fields, for the person who typed them, on the page they were typed on; null for anybody and anywhere else.</summary>
    public async Task<IReadOnlyDictionary<string, string[]>?> Find(string key, string subject, string path, CancellationToken ct)
    {
        await using var batch = beside.AsWorker(
            $"select fields from platform.kept_forms where id = {Hash(key)} and subject = {subject} and path = {path} and created_at >= {clock.GetUtcNow() - Lifetime}");
        await using var rows = await batch.Rows(ct);
        return await rows.ReadAsync(ct) ? JsonSerializer.Deserialize<Dictionary<string, string[]>>(protector.Unprotect(rows.GetFieldValue<byte[]>(0))) : null;
    }

    private static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
