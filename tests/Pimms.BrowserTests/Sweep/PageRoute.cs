using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.BrowserTests;

/// <summary>A page of the host, with who may open it.</summary>
/// <param name="Roles">Null when it is open to all.</param>
internal sealed record PageRoute(RoutePattern Pattern, IReadOnlyList<Role>? Roles, ParameterPolicyFactory Policies)
{
    public string Template { get; } = "/" + (Pattern.RawText ?? "").TrimStart('/');

    /// <summary>How many of its segments are fixed: of two routes that fit, the one with more is meant.</summary>
    public int Fixed => Pattern.PathSegments.Count(segment => segment is { IsSimple: true, Parts: [RoutePatternLiteralPart] });

    /// <summary>The parameters, each with the segment before it: what one route calls <c>cases/id</c> is the same thing on another.</summary>
    public IEnumerable<(string Name, string Kind)> Parameters =>
        Pattern.PathSegments.Index().Where(segment => segment.Item.Parts is [RoutePatternParameterPart])
            .Select(segment => (Name(segment.Item), $"{(segment.Index == 0 ? "" : (Pattern.PathSegments[segment.Index - 1].Parts[0] as RoutePatternLiteralPart)?.Content)}/{Name(segment.Item)}"));

    public static async Task<IReadOnlyList<PageRoute>> All(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var permissions = services.GetRequiredService<PermissionTable>();
        var routes = new List<PageRoute>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
                continue;
            var loaded = await loader.LoadAsync(page, endpoint.Metadata);
            if (loaded.HandlerMethods.Count > 0 && !loaded.HandlerMethods.Any(handler => handler.HttpMethod == "Get"))
                continue;
            var permission = loaded.ModelTypeInfo?.GetCustomAttribute<PermissionAttribute>();
            routes.Add(new(endpoint.RoutePattern, permission is null ? null : permissions.RolesOf(permission.Name), services.GetRequiredService<ParameterPolicyFactory>()));
        }
        return [.. routes.OrderByDescending(route => route.Fixed).ThenBy(route => route.Template, StringComparer.Ordinal)];
    }

    public bool MayOpen(Role? role) => Roles is null || (role is { } known && Roles.Contains(known));

    /// <summary>The parameters' values in a path; null when the path is another page's.</summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var given = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (given.Length != Pattern.PathSegments.Count)
            return null;
        var values = new RouteValueDictionary();
        foreach (var (segment, value) in Pattern.PathSegments.Zip(given))
        {
            if (segment.Parts is [RoutePatternParameterPart parameter])
            {
                values[parameter.Name] = value;
                if (parameter.ParameterPolicies.Select(policy => Policies.Create(parameter, policy)).OfType<IRouteConstraint>().Any(constraint => !constraint.Match(null, null, parameter.Name, values, RouteDirection.IncomingRequest)))
                    return null;
            }
            else if (segment.Parts is not [RoutePatternLiteralPart literal] || literal.Content != value)
                return null;
        }
        return values.ToDictionary(value => value.Key, value => (string)value.Value!);
    }

    public string Fill(IReadOnlyDictionary<string, string> values) =>
        "/" + string.Join('/', Pattern.PathSegments.Select(segment => segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : values[Name(segment)]));

    public override string ToString() => Template;

    private static string Name(RoutePatternPathSegment segment) => ((RoutePatternParameterPart)segment.Parts[0]).Name;
}
