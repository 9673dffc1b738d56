using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pimms.Kernel;

/// <summary>Keeps the form that was sent after its session had ended by itself: whose session that was, the cookie still says.</summary>
internal static class KeepForm
{
    /// <summary>The address to come back to after the sign-in, with the key of what was kept; null when nothing was.</summary>
    public static async Task<string?> From(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType || await Owner(http) is not { } subject)
            return null;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var antiforgery = http.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.FormFieldName;
        var fields = form.Where(field => field.Key != antiforgery && field.Key != IdempotencyMiddleware.FormField)
            .ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray());
        var key = await http.RequestServices.GetRequiredService<KeptForms>().Keep(subject, http.Request.Path, fields, http.RequestAborted);
        return key is null ? null : QueryHelpers.AddQueryString($"{http.Request.Path}{http.Request.QueryString}", KeptForms.Key, key);
    }

    /// <summary>Null when the session was ended on purpose: then it is gone, and nothing is kept for it.</summary>
    private static async Task<string?> Owner(HttpContext http) =>
        http.RequestServices.GetRequiredService<ThisSession>().IdOf(http) is { } id ? await http.RequestServices.GetRequiredService<Sessions>().Owner(id, http.RequestAborted) : null;
}
