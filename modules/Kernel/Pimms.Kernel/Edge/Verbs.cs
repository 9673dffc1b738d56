using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pimms.Kernel;

/// <summary>Answers <c>HEAD</c> wherever <c>GET</c> is answered: the same, of which the server sends the headers only.</summary>
internal sealed class HeadAsGet(RequestDelegate next)
{
    public Task Invoke(HttpContext http)
    {
        if (HttpMethods.IsHead(http.Request.Method))
            http.Request.Method = HttpMethods.Get;
        http.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            if (headers.Allow is [{ } allowed] && Verbs(allowed) is var verbs && verbs.Contains(HttpMethods.Get) && !verbs.Contains(HttpMethods.Head))
                headers.Allow = $"{allowed}, {HttpMethods.Head}";
            return Task.CompletedTask;
        }, http);
        return next(http);
    }

    private static string[] Verbs(string allowed) => allowed.Split(',', StringSplitOptions.TrimEntries);
}

/// <summary>
/// A page answers the verbs it has a handler for, and 405 with what it has to the others: left to the framework its view is shown without what a
/// handler would have read, and breaks.
/// </summary>
internal sealed class PageVerbs(RequestDelegate next)
{
    public Task Invoke(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page)
            return next(http);
        // A page without any handler has nothing to read: it is shown.
        var verbs = page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).DefaultIfEmpty(HttpMethods.Get).Distinct().Order(StringComparer.Ordinal).ToList();
        if (verbs.Contains(http.Request.Method, StringComparer.OrdinalIgnoreCase))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = string.Join(", ", verbs);
        return Task.CompletedTask;
    }
}
