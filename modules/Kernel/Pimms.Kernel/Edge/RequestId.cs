using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Pimms.Kernel;

/// <summary>
/// Gives every request an id of its own, which stands on its answer, in problems, on the page that says something broke and beside each line of the
/// log. A caller's own id is not taken over: it could name another request, or forge a line.
/// </summary>
internal sealed class RequestId(RequestDelegate next)
{
    public const string Header = "X-Request-Id";

    public Task Invoke(HttpContext http)
    {
        http.TraceIdentifier = RandomNumberGenerator.GetHexString(32, lowercase: true);
        // What goes wrong later clears the headers and begins anew.
        http.Response.OnStarting(static state =>
        {
            var answered = (HttpContext)state;
            answered.Response.Headers[Header] = answered.TraceIdentifier;
            return Task.CompletedTask;
        }, http);
        return next(http);
    }
}
