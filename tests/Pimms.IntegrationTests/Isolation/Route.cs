using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.IntegrationTests;

/// <summary>One way in: a method on an address, and what it says of who may use it.</summary>
/// <param name="Method">GET, POST, PUT, DELETE.</param>
/// <param name="Template">With its parameters, beginning with a slash.</param>
/// <param name="Permission">Null when it is open to all.</param>
/// <param name="States">How many permissions or reasons to be open it states: one, or it is a mistake.</param>
internal sealed partial record Route(string Method, string Template, string? Permission, int States)
{
    public bool IsApi => Template.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>The parameters, each with the word before it: <c>cases/{id}</c>.</summary>
    public IEnumerable<string> Parameters => Parameter().Matches(Template).Select(match => $"{match.Groups[1].Value}/{{{match.Groups[2].Value}}}");

    public string Fill(Func<string, string> value) => Parameter().Replace(Template, match => $"{match.Groups[1].Value}/{value($"{match.Groups[1].Value}/{{{match.Groups[2].Value}}}")}");

    public override string ToString() => $"{Method} {Template}";

    /// <summary>Every route of the running host.</summary>
    public static async Task<IReadOnlyList<Route>> All(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var routes = new List<Route>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var template = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            IEnumerable<object> metadata = endpoint.Metadata;
            IEnumerable<string> methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                // A page is compiled when it is first asked for; only then is its model known.
                var model = (await loader.LoadAsync(page, endpoint.Metadata)).HandlerTypeInfo;
                methods = model.GetMethods().Select(method => Handler().Match(method.Name)).Where(match => match.Success).Select(match => match.Groups[1].Value.ToUpperInvariant()).DefaultIfEmpty("GET").Distinct();
                metadata = model.GetCustomAttributes(inherit: true);
            }
            var permissions = metadata.OfType<IPermissionMetadata>().Select(permission => permission.Name).Distinct().ToList();
            var open = metadata.OfType<OpenToAllAttribute>().Count();
            routes.AddRange(from method in methods from words in Spelled(template) select new Route(method, words, open > 0 ? null : permissions.FirstOrDefault(), permissions.Count + open));
        }
        return [.. routes.Distinct().OrderBy(route => route.Template, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal)];
    }

    /// <summary>A parameter that is one of a few words is as many routes.</summary>
    private static IEnumerable<string> Spelled(string template) => Words().Match(template) is { Success: true } found
        ? found.Groups[1].Value.Split('|').SelectMany(word => Spelled(template.Replace(found.Value, word, StringComparison.Ordinal)))
        : [template];

    [GeneratedRegex(@"\{\w+:regex\(\^\(([\w|-]+)\)\$\)\}")]
    private static partial Regex Words();

    [GeneratedRegex("^On(Get|Post|Put|Delete)(?![a-z])")]
    private static partial Regex Handler();

    [GeneratedRegex(@"([\w-]*)/\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
