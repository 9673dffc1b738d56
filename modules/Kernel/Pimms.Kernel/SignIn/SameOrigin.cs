using Microsoft.AspNetCore.Http;

namespace Pimms.Kernel;

/// <summary>Whether a page of ours sent a form, as browsers say by themselves: for one that every page carries and that must always work, even when what the session knew is gone.</summary>
public static class SameOrigin
{
    /// <summary>False for a form of another site, and for whoever says nothing. Browsers too old for <c>Sec-Fetch-Site</c> say <c>Origin</c>.</summary>
    public static bool Sent(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } from
        ? from == "same-origin"
        : Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value;
}
