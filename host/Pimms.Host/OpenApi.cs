using Pimms.Kernel;

namespace Pimms.Host;

/// <summary><c>/openapi/v1.json</c>: what programs can ask, for everybody to read; it holds no data.</summary>
internal static class OpenApi
{
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Info.Title = "Pimms.Platform";
            document.Info.Version = "1";
            // Not the name under which somebody happened to ask.
            document.Servers = [new() { Url = context.ApplicationServices.GetRequiredService<PublicAddress>().Value }];
            return Task.CompletedTask;
        }));

    public static void MapApiDescription(this WebApplication app) =>
        app.MapOpenApi().WithMetadata(new OpenToAllAttribute("Partners read what they can ask before they have an account."));
}
