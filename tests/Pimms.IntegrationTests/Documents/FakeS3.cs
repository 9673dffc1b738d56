using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pimms.IntegrationTests;

/// <summary>A small S3: it keeps objects of one bucket, and takes nothing whose signature (version 4) or sum is not right.</summary>
internal sealed class FakeS3 : IAsyncDisposable
{
    public const string Bucket = "pimms-tests";
    private const string AccessKey = "tests";
    private const string SecretKey = "a-secret-of-the-tests";
    private readonly WebApplication app;

    private FakeS3(WebApplication app) => this.app = app;

    public ConcurrentDictionary<string, byte[]> Objects { get; } = [];

    /// <summary>Requests whose signature was not right.</summary>
    public int Refused { get; private set; }

    /// <summary>How a host is told where it is.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Documents:S3:Endpoint"] = app.Urls.Single(), ["Documents:S3:Bucket"] = Bucket, ["Documents:S3:AccessKey"] = AccessKey, ["Documents:S3:SecretKey"] = SecretKey,
    };

    public static async Task<FakeS3> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FakeS3(builder.Build());
        server.app.Run(server.Answer);
        await server.app.StartAsync();
        return server;
    }

    private async Task Answer(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var key = http.Request.Path.Value!;
        if (!IsSigned(http.Request, body.ToArray()) || !key.StartsWith($"/{Bucket}/", StringComparison.Ordinal))
        {
            Refused++;
            http.Response.StatusCode = (int)HttpStatusCode.Forbidden;
            await http.Response.WriteAsync("<Error><Code>SignatureDoesNotMatch</Code></Error>");
            return;
        }
        if (http.Request.Method == "PUT")
            Objects[key] = body.ToArray();
        else if (http.Request.Method == "DELETE")
        {
            Objects.TryRemove(key, out _);
            http.Response.StatusCode = (int)HttpStatusCode.NoContent;
        }
        else if (http.Request.Method == "GET" && Objects.TryGetValue(key, out var content))
            await http.Response.Body.WriteAsync(content);
        else
        {
            http.Response.StatusCode = (int)HttpStatusCode.NotFound;
            await http.Response.WriteAsync("<Error><Code>NoSuchKey</Code></Error>");
        }
    }

    /// <summary>AWS4-HMAC-SHA256, computed anew from what arrived.</summary>
    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        var said = request.Headers.Authorization.ToString().Split(' ', 2);
        if (said is not ["AWS4-HMAC-SHA256", var parts])
            return false;
        var values = parts.Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var scope = values["Credential"].Split('/', 2);
        var sum = request.Headers["x-amz-content-sha256"].ToString();
        if (scope[0] != AccessKey || sum != Convert.ToHexStringLower(SHA256.HashData(body)))
            return false;

        var names = values["SignedHeaders"].Split(';');
        var headers = string.Concat(names.Select(name => $"{name}:{(name == "host" ? request.Host.ToString() : request.Headers[name].ToString()).Trim()}\n"));
        var query = string.Join('&', request.Query.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value.ToString())}"));
        var canonical = string.Join('\n', request.Method, request.Path.ToUriComponent(), query, headers, values["SignedHeaders"], sum);
        var toSign = string.Join('\n', "AWS4-HMAC-SHA256", request.Headers["x-amz-date"].ToString(), scope[1], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = scope[1].Split('/').Aggregate(Encoding.UTF8.GetBytes($"AWS4{SecretKey}"), (made, part) => HMACSHA256.HashData(made, Encoding.UTF8.GetBytes(part)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(values["Signature"]), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)))));
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
