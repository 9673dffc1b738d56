using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pimms.Kernel;

/// <summary>Whatever answers a program with a bare status below <c>/api</c> (routing, the server, a limit): it gets its problem here.</summary>
internal sealed class ApiErrors(RequestDelegate next)
{
    public async Task Invoke(HttpContext http)
    {
        var isApi = http.Request.IsApi();
        await next(http);
        var answer = http.Response;
        if (isApi && !answer.HasStarted && answer.StatusCode >= 400 && answer.ContentLength is null or 0 && answer.ContentType is null)
            await Problems.WriteStatus(http, answer.StatusCode);
    }
}

/// <summary>Whatever breaks below <c>/api</c> is a problem too.</summary>
internal sealed class ApiExceptions(ILogger<ApiExceptions> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // By now the request's own path is already that of the error page.
        var asked = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path;
        if (!new PathString(asked).StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            return false;
        switch (exception)
        {
            case RefusedException refused:
                await Refused(httpContext, refused.Refusal).ExecuteAsync(httpContext);
                break;
            case BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad:
                // Where in the body it went wrong; never what stood there.
                var path = (bad.InnerException as JsonException)?.Path?.TrimStart('$', '.') ?? "";
                await Refused(httpContext, new Refusal(RefusalTypes.Validation, [new(path, "Refusal.NotTheJsonAsked")])).ExecuteAsync(httpContext);
                break;
            case BadHttpRequestException bad:
                await Problems.WriteStatus(httpContext, bad.StatusCode);
                break;
            case var outage when DatabaseOutage.Is(outage):
                logger.LogWarning(exception, "A request of the API met a database that does not answer");
                httpContext.Response.Headers.RetryAfter = DatabaseOutage.RetryAfterSeconds;
                await Problems.WriteStatus(httpContext, StatusCodes.Status503ServiceUnavailable);
                break;
            default:
                // Who handles an exception says so in the log: the framework is silent then.
                logger.LogError(exception, "A request of the API failed");
                await Problems.WriteStatus(httpContext, StatusCodes.Status500InternalServerError);
                break;
        }
        return true;
    }

    private static ProblemHttpResult Refused(HttpContext http, Refusal refusal) => Problems.Of(refusal, http.RequestServices.GetRequiredService<Texts>());
}
