using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Pimms.Kernel;

/// <summary>Going in, going out, and being told by the issuer that somebody is out.</summary>
public static class SignInEndpoints
{
    /// <summary>Maps <see cref="SignInAddresses.SignIn"/>, <see cref="SignInAddresses.SignOut"/> and <see cref="SignInAddresses.BackchannelLogout"/>.</summary>
    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("").ExcludeFromDescription().DisableAntiforgery();
        group.MapGet(SignInAddresses.SignIn, SignIn).WithMetadata(new OpenToAllAttribute("It is where people sign in."));
        group.MapPost(SignInAddresses.SignOut, SignOut).WithMetadata(new OpenToAllAttribute("Whoever the platform does not let in must be able to leave."));
        group.MapPost(SignInAddresses.BackchannelLogout, Backchannel).WithMetadata(new OpenToAllAttribute("The issuer proves itself by the token's signature."));
        return app;
    }

    private static async Task SignIn(HttpContext http, ILogger<Sessions> log, string? returnUrl, string? login_hint)
    {
        http.Response.Headers.CacheControl = "no-store";
        var target = returnUrl is not null && RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl : "/";
        if (http.User.Identity is { IsAuthenticated: true })
        {
            http.Response.Redirect(target);
            return;
        }

        var properties = new AuthenticationProperties { RedirectUri = target };
        properties.SetParameter(PageSignIn.Hint, login_hint);
        try
        {
            await http.ChallengeAsync(KeycloakSignIn.Pages, properties);
        }
        catch (Exception failure) when (PageAnswers.Why(failure) == SignInFailures.Unreachable)
        {
            log.LogError(failure, "The issuer does not answer");
            http.Response.Redirect($"{SignInAddresses.Failed}?why={SignInFailures.Unreachable}");
        }
    }

    private static async Task<IResult> SignOut(HttpContext http, AdmissionCache admission, ILogger<Sessions> log)
    {
        if (!SameOrigin.Sent(http.Request))
            return Results.StatusCode(StatusCodes.Status400BadRequest);

        if (http.User.FindFirst(SignInClaims.Subject)?.Value is { } subject)
            admission.Forget(subject);
        try
        {
            // The issuer's part first: it reads the id token from the session.
            await http.SignOutAsync(KeycloakSignIn.Pages, new AuthenticationProperties { RedirectUri = SignInAddresses.SignedOut });
        }
        catch (Exception failure) when (PageAnswers.Why(failure) == SignInFailures.Unreachable)
        {
            log.LogError(failure, "The issuer does not answer; somebody signed out here only");
            http.Response.Redirect(SignInAddresses.SignedOut);
        }
        await http.SignOutAsync(KeycloakSignIn.Cookie);
        return Results.Empty;
    }

    private static async Task<IResult> Backchannel(HttpContext http, LogoutToken tokens, Sessions sessions, AdmissionCache admission, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(ct) : FormCollection.Empty;
        (string? Sid, string? Subject)? ended;
        try
        {
            ended = await tokens.Read(form["logout_token"], ct);
        }
        catch (InvalidOperationException failure) when (PageAnswers.Why(failure) == SignInFailures.Unreachable)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        if (ended is not var (sid, subject))
            return Results.Json(new { error = "invalid_request" }, statusCode: StatusCodes.Status400BadRequest);

        if (sid is not null)
            await sessions.EndIssuerSession(sid, ct);
        else
            await sessions.EndAll(subject!, ct);
        if (subject is not null)
            admission.Forget(subject);
        return Results.Ok();
    }
}
