using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Pimms.Kernel;

/// <summary>
/// Answers an unsafe repeat with the first answer: <c>Idempotency-Key</c> on the API, the hidden one-time field of <c>&lt;once /&gt;</c> on forms.
/// Another body under the same key is refused with 422; while the first is still under way the second gets 409.
/// </summary>
internal sealed class OnceMiddleware(RequestDelegate next, OnceStore store, IDataProtectionProvider protection)
{
    public const string FormField = "__once";
    public const string Header = "Idempotency-Key";
    private readonly IDataProtector protector = protection.CreateProtector("once");

    public async Task Invoke(HttpContext context, Once once, Caller caller)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !caller.User.IsPerson || await KeyOf(context.Request) is not { } key)
        {
            await next(context);
            return;
        }

        (once.Key, once.Fingerprint) = (key, await Fingerprint(context.Request));
        if (await store.Settled(caller.User, key, context.RequestAborted) is { } earlier)
        {
            if (earlier is not { Status: null, Act: { } act, Outcome: { } outcome } || !IsSame(earlier, once))
            {
                await Replay(context, once, earlier);
                return;
            }
            // It was done, and the host died before it answered: the same way once more, up to what was recorded.
            once.Recorded = new(act, Encoding.UTF8.GetString(protector.Unprotect(outcome)));
        }

        var body = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await next(context);
            // A part may have been done and the rest refused: that is what came of it.
            if (once.IsKept && context.Response.StatusCode < 500)
                await store.Keep(caller.User, key, new(once.Fingerprint, context.Response.StatusCode, context.Response.Headers.Location, context.Response.ContentType, context.Response.Headers.ETag, protector.Protect(answer.ToArray())));
        }
        catch (OnceTakenException)
        {
            context.Response.Body = body;
            context.Response.Clear();
            await Replay(context, once, await store.Settled(caller.User, key, context.RequestAborted));
            return;
        }
        finally
        {
            context.Response.Body = body;
        }
        answer.Position = 0;
        await answer.CopyToAsync(body, context.RequestAborted);
    }

    private async Task Replay(HttpContext context, Once once, OnceAnswer? earlier)
    {
        if (earlier is not null && !IsSame(earlier, once))
            await Problems.Write(context, 422, "idempotency-key-reused", "Refusal.OnceReused");
        else if (earlier?.Status is not { } status)
            await Problems.Write(context, 409, "still-running", "Refusal.OnceRunning");
        else
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = earlier.ContentType;
            if (earlier.Location is { } location)
                context.Response.Headers.Location = location;
            if (earlier.ETag is { } tag)
                context.Response.Headers.ETag = tag;
            await context.Response.Body.WriteAsync(protector.Unprotect(earlier.Body!), context.RequestAborted);
        }
    }

    private static bool IsSame(OnceAnswer earlier, Once once) => earlier.Fingerprint.AsSpan().SequenceEqual(once.Fingerprint);

    private static async Task<string?> KeyOf(HttpRequest request)
    {
        string? key = request.Path.StartsWithSegments("/api") ? request.Headers[Header] : request.HasFormContentType ? (await request.ReadFormAsync())[FormField] : default;
        return key is { Length: > 0 and <= 200 } ? key : null;
    }

    /// <summary>What a program sends in parts is another body when a field or a file is another: the marks between the parts are not.</summary>
    private static async Task<byte[]> FingerprintOfForm(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}\n"));
        foreach (var (name, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}={value}\n"));
        foreach (var file in form.Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}={file.FileName}\n"));
            await using var content = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content));
        }
        return hash.GetHashAndReset();
    }

    private static async Task<byte[]> Fingerprint(HttpRequest request)
    {
        if (request.HasFormContentType)
            return request.IsApi() ? await FingerprintOfForm(request) : SHA256.HashData(Encoding.UTF8.GetBytes(request.Path));
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}{request.QueryString}\n"));
        var buffer = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(buffer)) > 0;)
            hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
