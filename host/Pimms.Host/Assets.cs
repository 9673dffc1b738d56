using Microsoft.AspNetCore.ResponseCompression;

namespace Pimms.Host;

/// <summary>Stylesheet, script, fonts and the mark: small on the line, and asked for once.</summary>
internal static class Assets
{
    /// <summary>Compresses what is the same for everybody only: a page that holds a secret beside what a stranger chose must not tell its length.</summary>
    public static IServiceCollection AddAssets(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["text/css", "text/javascript", "image/svg+xml"];
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
    });

    /// <summary>Serves <c>wwwroot</c>. An address with a version never changes its content; the fonts' have none and are looked up again after a day.</summary>
    public static void UseAssets(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = served => served.Context.Response.Headers.CacheControl =
                served.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=86400",
        });
    }
}
