using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Pimms.Kernel;

/// <summary>What programs are told when they may not enter.</summary>
internal static class ApiRefusals
{
    public static Task Challenge(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.Headers.Append(HeaderNames.WWWAuthenticate, context.AuthenticateFailure is null ? "Bearer" : "Bearer error=\"invalid_token\"");
        return Problems.Write(context.HttpContext, StatusCodes.Status401Unauthorized, "unauthenticated", "SignIn.TokenNeeded");
    }

    public static Task Forbid(ForbiddenContext context) =>
        Problems.Write(context.HttpContext, StatusCodes.Status403Forbidden, RefusalTypes.Forbidden, "SignIn.RoleMayNot");

    public static Task NotAdmitted(HttpContext http) =>
        Problems.Write(http, StatusCodes.Status403Forbidden, RefusalTypes.Forbidden, "SignIn.NotAdmitted");
}
