using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>
/// Lets an unsafe repeat do nothing a second time: <c>Idempotency-Key</c> on the API, the hidden one-time field of <c>&lt;once /&gt;</c> on forms.
/// The repeat goes the whole way again, but for what was done: its answer is read anew. Another body under the same key is refused with 422.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next, IdempotencyStore store)
{
    public const string FormField = "__once";
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotent-Replayed";

    private const int LongestKey = 200;

    /// <summary>As often as others may come first. Each time they did one thing more, and no page does as many.</summary>
    private const int MostAttempts = 50;

    public async Task Invoke(HttpContext context, IdempotencyKey key, Caller caller)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !caller.User.IsPerson || await GivenKey(context.Request) is not { } given)
        {
            await next(context);
            return;
        }
        if (!IsFit(given))
        {
            var texts = context.RequestServices.GetRequiredService<Texts>();
            await Problems.Of(Refusal.Of(Header, "Refusal.IdempotencyKeyUnfit", LongestKey), texts).ExecuteAsync(context);
            return;
        }

        (key.Value, key.Fingerprint, key.CoversSeveral) = (given, await Fingerprint(context.Request), !context.Request.IsApi());
        // Somebody who goes back and writes something else on the same page asks something else.
        if (!context.Request.IsApi())
            key.Value = $"{given} {Convert.ToHexStringLower(key.Fingerprint)}";
        context.Response.OnStarting(() =>
        {
            if (key.IsReplay)
                context.Response.Headers[ReplayedHeader] = "true";
            return Task.CompletedTask;
        });
        await Proceed(context, key, caller.User);
    }

    private async Task Proceed(HttpContext context, IdempotencyKey key, CurrentUser user)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await store.Find(user, key.Value!, context.RequestAborted) is { } earlier)
            {
                if (!earlier.Fingerprint.AsSpan().SequenceEqual(key.Fingerprint))
                {
                    await Problems.Write(context, 422, "idempotency-key-reused", "Refusal.IdempotencyKeyReused");
                    return;
                }
                if (earlier.Done is null)
                {
                    await Problems.Write(context, 409, "already-done", "Refusal.AlreadyDone");
                    return;
                }
                key.Resume(earlier);
            }
            try
            {
                await next(context);
                return;
            }
            catch (IdempotencyKeyTakenException) when (!context.Response.HasStarted)
            {
                // The other one is done: once more, behind what it did.
                if (context.Request.Body.CanSeek)
                    context.Request.Body.Position = 0;
            }
        }
        await Problems.Write(context, 409, "still-running", "Refusal.StillRunning");
    }

    /// <summary>Null when none was given: a program's header may be empty, which is a mistake; a form without its field is one that needs none.</summary>
    private static async Task<string?> GivenKey(HttpRequest request)
    {
        if (request.IsApi())
            return request.Headers.TryGetValue(Header, out var sent) ? sent.ToString() : null;
        if (!request.HasFormContentType)
            return null;
        string? field = (await request.ReadFormAsync())[FormField];
        return string.IsNullOrEmpty(field) || !IsFit(field) ? null : field;
    }

    private static bool IsFit(string key) => key.Length is > 0 and <= LongestKey && key.All(character => character is >= ' ' and <= '~') && key.Trim().Length > 0;

    /// <summary>What is sent in parts is another body when a field or a file is another: the marks between the parts are not.</summary>
    private static async Task<byte[]> FingerprintOfForm(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"{request.Path}{request.QueryString}");
        // A page's antiforgery token is no part of what is asked.
        foreach (var (name, value) in form.Where(field => field.Key != "__RequestVerificationToken").OrderBy(field => field.Key, StringComparer.Ordinal))
            Append(hash, $"{name}={value}");
        foreach (var file in form.Files)
        {
            Append(hash, $"{file.Name}={file.FileName}");
            await using var content = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content));
        }
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes($"{text}\n"));

    private static async Task<byte[]> Fingerprint(HttpRequest request)
    {
        if (request.HasFormContentType)
            return await FingerprintOfForm(request);
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"{request.Path}{request.QueryString}");
        var buffer = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(buffer)) > 0;)
            hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
