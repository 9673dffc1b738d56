using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Pimms.Kernel;

/// <summary>Turns a valid token into a <see cref="CurrentUser"/>, or stops a person whom the platform does not let in.</summary>
internal sealed class CurrentUserMiddleware(RequestDelegate next, AdmissionCache admission)
{
    public async Task Invoke(HttpContext http, Caller caller)
    {
        caller.Source = $"{(http.Request.IsApi() ? "api" : "page")} {http.Connection.RemoteIpAddress}";
        if (http.User.Identity is { IsAuthenticated: true })
        {
            if (await admission.Admit(http.User, http.RequestAborted) is { } user)
                caller.User = user;
            else
            {
                http.Items[NotAdmitted.Key] = true;
                if (http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
                {
                    await Refuse(http);
                    return;
                }
            }
        }
        await next(http);
    }

    private static Task Refuse(HttpContext http)
    {
        if (http.Request.IsApi())
            return ApiRefusals.NotAdmitted(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

/// <summary>Tells the page for 403 why: the sign-in was right, but the platform does not let this person in.</summary>
public static class NotAdmitted
{
    internal const string Key = "Pimms.NotAdmitted";

    /// <summary>True for a request of such a person, refused or, where a page is open to all, not.</summary>
    public static bool WasRefused(HttpContext http) => http.Items.ContainsKey(Key);
}

/// <summary>Puts the caller into the pipeline.</summary>
public static class CurrentUserExtensions
{
    /// <summary>After routing and authentication, before authorization and before anything that asks for <see cref="CurrentUser"/>.</summary>
    public static IApplicationBuilder UseCurrentUser(this IApplicationBuilder app) => app.UseMiddleware<CurrentUserMiddleware>();
}
