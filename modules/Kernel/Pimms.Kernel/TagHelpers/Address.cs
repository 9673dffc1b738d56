using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Pimms.Kernel;

/// <summary>The current address with something changed: filters and sorting live there, so that a view can be kept.</summary>
public static class Address
{
    /// <summary>The path and query with these parts replaced; null takes a part away.</summary>
    public static string With(HttpRequest request, params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var query = request.Query.ToDictionary(part => part.Key, part => part.Value);
        foreach (var (name, value) in parts)
        {
            query.Remove(name);
            if (!string.IsNullOrEmpty(value))
                query[name] = value;
        }

        return request.PathBase + request.Path + new QueryBuilder(query.Where(part => !string.IsNullOrEmpty(part.Value))).ToQueryString();
    }
}
