using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary>
/// The answer to what went wrong on our side, made where the request ended: it goes through nothing a second time and asks nothing of the database, which
/// may be what went wrong. A database that does not answer is 503 with <c>Retry-After</c>, anything else 500.
/// </summary>
internal static class Failures
{
    public static void Answer(IApplicationBuilder failed)
    {
        failed.UseMiddleware<SecurityHeaders>();
        failed.Run(Write);
    }

    private static Task Write(HttpContext http)
    {
        var failure = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var outage = DatabaseOutage.Is(failure);
        http.Response.StatusCode = outage ? StatusCodes.Status503ServiceUnavailable
            : failure is BadHttpRequestException bad ? bad.StatusCode
            : StatusCodes.Status500InternalServerError;
        if (outage)
            http.Response.Headers.RetryAfter = DatabaseOutage.RetryAfterSeconds;
        return IsForPeople(http.Request) ? Page(http)
            : Problems.WriteStatus(http, http.Response.StatusCode);
    }

    /// <summary>Programs, and our own script, get a problem.</summary>
    private static bool IsForPeople(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && request.Headers["Sec-Fetch-Mode"].FirstOrDefault() is null or "navigate";

    private static async Task Page(HttpContext http)
    {
        var metadata = http.RequestServices.GetRequiredService<IModelMetadataProvider>();
        var data = new ViewDataDictionary<Failure>(metadata, new ModelStateDictionary())
        {
            Model = new Failure(http.Response.StatusCode, http.TraceIdentifier, await SentForm.Of(http)),
        };
        var view = new ViewResult { ViewName = "~/Pages/Shared/Failure.cshtml", ViewData = data, StatusCode = http.Response.StatusCode };
        await view.ExecuteResultAsync(new ActionContext(http, new RouteData(), new ActionDescriptor()));
    }
}

/// <summary>What the page for something that went wrong says.</summary>
/// <param name="Status">503, 500, or what the request was refused with.</param>
/// <param name="Trace">What to say to support.</param>
/// <param name="Sent">What was asked, to be asked again.</param>
internal sealed record Failure(int Status, string Trace, SentForm Sent);
