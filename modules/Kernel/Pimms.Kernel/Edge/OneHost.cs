using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Pimms.Kernel;

/// <summary>
/// Outside Development the platform has one name. Who asks under another is refused; what comes from inside under the name of a container (a probe, the
/// issuer's word that a session ended) is answered as if it had come under the right one, so that no other stands in anything that is given out.
/// </summary>
internal sealed class OneHost(RequestDelegate next, PublicAddress address, IHostEnvironment environment)
{
    private static readonly PathString[] FromInside = ["/health", SignInAddresses.BackchannelLogout];

    public Task Invoke(HttpContext http)
    {
        if (environment.IsDevelopment())
            return next(http);
        var known = address.Uri;
        var host = known.IsDefaultPort ? new HostString(known.Host) : new HostString(known.Host, known.Port);
        var isOurs = http.Request.Host.Host.Equals(known.Host, StringComparison.OrdinalIgnoreCase) && (http.Request.Host.Port is not { } port || port == known.Port);
        if (!isOurs && !FromInside.Any(path => http.Request.Path.StartsWithSegments(path)))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }
        (http.Request.Scheme, http.Request.Host) = (known.Scheme, host);
        return next(http);
    }
}
