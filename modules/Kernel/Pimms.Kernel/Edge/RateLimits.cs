using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Pimms.Kernel;

/// <summary>
/// How much one person, one token and one address may ask of this host, so that nobody drains the platform or tries its ids. What must hold for all
/// hosts together is counted in the database: see <see cref="SignInLimit"/>.
/// </summary>
public static class RateLimits
{
    internal static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("RateLimits").Get<RateLimitSettings>() ?? new();
        services.AddSingleton(settings).AddSingleton<BulkReading>();
        return services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                By(http => Person(http), settings.PerPerson),
                By(http => Token(http), settings.PerToken),
                By(http => $"address {AddressOf(http)}", settings.PerAddress),
                By(http => Upload(http), settings.Uploads),
                By(http => http.GetEndpoint()?.Metadata.GetMetadata<AskedWithoutAccountAttribute>() is null ? null : $"open {AddressOf(http)}", settings.WithoutAccount));
            options.OnRejected = async (rejected, _) => await Refuse(
                rejected.HttpContext, rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1));
        });
    }

    /// <summary>Who asks is known by now; whether they may is asked next.</summary>
    public static void UseRateLimits(this IApplicationBuilder app)
    {
        app.UseRateLimiter();
        app.UseMiddleware<GuessedIds>();
    }

    /// <summary>Programs get a problem, people the page of this status; both are told how long to wait.</summary>
    internal static Task Refuse(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers[HeaderNames.RetryAfter] = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return http.Request.IsApi() ? Problems.WriteStatus(http, StatusCodes.Status429TooManyRequests) : Task.CompletedTask;
    }

    /// <summary>Whoever has one IPv6 address has the whole network of it.</summary>
    internal static string AddressOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : http.Connection.RemoteIpAddress;
        return address is { AddressFamily: AddressFamily.InterNetworkV6 } && !IPAddress.IsLoopback(address) ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : $"{address}";
    }

    internal static string? Person(HttpContext http) => http.RequestServices.GetRequiredService<Caller>().User is { IsPerson: true } person ? $"person {person.Id}" : null;

    private static string? Token(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is { Length: > 0 } token ? $"token {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)))}" : null;

    private static string? Upload(HttpContext http) =>
        http.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true ? $"upload {Person(http) ?? AddressOf(http)}" : null;

    private static PartitionedRateLimiter<HttpContext> By(Func<HttpContext, string?> key, int perMinute) => PartitionedRateLimiter.Create<HttpContext, string>(http =>
        // The page that tells them so is free.
        http.Features.Get<IStatusCodeReExecuteFeature>() is null && key(http) is { } partition
            ? RateLimitPartition.GetTokenBucketLimiter(partition, _ => Bucket(perMinute, perMinute))
            : RateLimitPartition.GetNoLimiter(""));

    /// <summary>So many at once, and so many a minute after that.</summary>
    internal static TokenBucketRateLimiterOptions Bucket(int atOnce, int perMinute) => new()
    {
        TokenLimit = atOnce,
        TokensPerPeriod = Math.Max(1, perMinute / 12),
        ReplenishmentPeriod = TimeSpan.FromSeconds(5),
        QueueLimit = 0,
    };
}

/// <summary>The <c>RateLimits</c> section. High enough that nobody who works meets them; all are per minute unless they say otherwise.</summary>
internal sealed class RateLimitSettings
{
    /// <summary>Requests of one person, pages and API together.</summary>
    public int PerPerson { get; init; } = 3000;

    /// <summary>Requests with one access token.</summary>
    public int PerToken { get; init; } = 3000;

    /// <summary>Requests from one address; a whole organisation may stand behind it.</summary>
    public int PerAddress { get; init; } = 20_000;

    /// <summary>Files of one person.</summary>
    public int Uploads { get; init; } = 600;

    /// <summary>Requests from one address to what is asked without an account: calendars, a receipt's code.</summary>
    public int WithoutAccount { get; init; } = 600;

    /// <summary>Answers "not found" in a row to one person, or to one address without account: ids are guessed, not mistyped, by then.</summary>
    public int MissesInARow { get; init; } = 150;

    /// <summary>Such answers at once, whatever was found between them.</summary>
    public int MissesAtOnce { get; init; } = 1000;

    /// <summary>The same, a minute after that.</summary>
    public int Misses { get; init; } = 300;

    /// <summary>Sign-ins begun or ended from one address, at all hosts together.</summary>
    public int SignIns { get; init; } = 600;

    /// <summary>Different things of one kind that one person opens within an hour before somebody should look.</summary>
    public int DifferentReadsPerHour { get; init; } = 300;
}

/// <summary>Declares what is asked without an account, and is therefore limited by address.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AskedWithoutAccountAttribute : Attribute;
