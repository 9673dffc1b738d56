using Microsoft.AspNetCore.Mvc.RazorPages;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary>What the API offers and to whom, read from the running host.</summary>
[OpenToAll("Partners read what they can ask before they have an account; it holds no data.")]
internal sealed class ApiReferencePage(EndpointDataSource endpoints, PermissionTable permissions, Texts texts) : PageModel
{
    public IEnumerable<ApiEndpoint> Endpoints =>
        from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText?.StartsWith("/api/v1", StringComparison.Ordinal) == true
        let permission = endpoint.Metadata.GetMetadata<IPermissionMetadata>()
        where permission is not null
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
        orderby endpoint.RoutePattern.RawText, method
        select new ApiEndpoint(method, endpoint.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal), string.Join(", ", permissions.RolesOf(permission.Name).Select(role => texts.Of(role))));
}

internal sealed record ApiEndpoint(string Method, string Path, string Roles);
