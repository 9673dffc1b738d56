using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Pimms.Kernel;

/// <summary>Tells a program that accepts no JSON so, before anything is done for it. Where files are answered, any type may be asked for.</summary>
internal sealed class Acceptable(RequestDelegate next)
{
    public Task Invoke(HttpContext http)
    {
        if (!http.Request.IsApiCall() || http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<AnswersWithFile>() is not null || AcceptsJson(http.Request))
            return next(http);
        return Problems.WriteStatus(http, StatusCodes.Status406NotAcceptable);
    }

    private static bool AcceptsJson(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        || accepted.Count == 0
        || accepted.Any(type => type.Quality is not 0 && (type.MatchesAllTypes || (type.Type.Equals("application", StringComparison.OrdinalIgnoreCase) && (type.MatchesAllSubTypes || IsJson(type)))));

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || type.SubType.Equals("problem+json", StringComparison.OrdinalIgnoreCase);
}

/// <summary>An endpoint that answers with another type than JSON when it is asked for it.</summary>
internal sealed class AnswersWithFile;

/// <summary>Declares what endpoints answer with.</summary>
public static class AnswerConventions
{
    /// <summary>The endpoint answers with a file, or with other types than JSON, whatever is accepted.</summary>
    public static TBuilder WithFile<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new AnswersWithFile());
}
