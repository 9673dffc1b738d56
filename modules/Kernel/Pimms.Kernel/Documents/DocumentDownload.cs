using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Pimms.Kernel;

/// <summary>A file on its way out, for pages and the API alike: always an attachment, never shown by the browser as part of the site.</summary>
public sealed class DocumentDownload(StoredFile file, Stream content) : IActionResult, IResult
{
    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var _ = content;
        var headers = httpContext.Response.Headers;
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName(file.FileName);
        headers.ContentDisposition = name.ToString();
        headers.ContentType = file.ContentType;
        headers.ContentLength = content.Length;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        await content.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
    }
}
