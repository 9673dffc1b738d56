using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pimms.Kernel;

/// <summary>What browsers are told when a person is not signed in, may not enter, or could not sign in.</summary>
internal static class PageAnswers
{
    public static async Task Challenge(RedirectContext<CookieAuthenticationOptions> context)
    {
        // A script that asks for a fragment or a stream cannot follow somebody to the issuer.
        if (context.Request.Headers["Sec-Fetch-Mode"].FirstOrDefault() is not (null or "navigate"))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (await KeepForm.From(context) is { } back)
            context.Response.Redirect(QueryHelpers.AddQueryString(SignInAddresses.SignIn, context.Options.ReturnUrlParameter, back));
        else
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
    }

    public static Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    public static Task Failed(RemoteFailureContext context)
    {
        var why = Why(context.Failure);
        context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PageAnswers))
            .LogWarning(context.Failure, "A sign-in failed: {Why}", why);
        context.Response.Redirect($"{SignInAddresses.Failed}?why={why}");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    public static string Why(Exception? failure) => failure switch
    {
        { Data: var data } when data["error"] as string is "access_denied" => SignInFailures.Denied,
        { Data: var data } when data["error"] as string is "invalid_grant" => SignInFailures.Stale,
        _ when IsNetwork(failure) => SignInFailures.Unreachable,
        AuthenticationFailureException { Message: var message } when message.Contains("Correlation", StringComparison.Ordinal) || message.Contains("state", StringComparison.OrdinalIgnoreCase) => SignInFailures.Stale,
        _ => SignInFailures.Unknown,
    };

    private static bool IsNetwork(Exception? failure) =>
        failure is HttpRequestException or IOException or TaskCanceledException || (failure?.InnerException is { } inner && IsNetwork(inner));
}
