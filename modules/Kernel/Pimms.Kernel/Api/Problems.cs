using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>RFC 9457 problems with a stable type, <c>/problems/{name}</c>.</summary>
public static class Problems
{
    /// <summary>A refusal as a problem: its errors per field in the caller's language, its facts as members.</summary>
    public static ProblemHttpResult Of(Refusal refusal, Texts texts)
    {
        var problem = Shape(refusal.Status, refusal.Type);
        foreach (var (fact, value) in refusal.Facts)
            problem.Extensions[fact] = value;
        var whole = refusal.Errors.Where(error => error.Field.Length == 0).Select(error => error.InWords(texts)).ToList();
        problem.Detail = whole.Count > 0 ? string.Join(' ', whole) : null;
        var fields = refusal.Errors.Where(error => error.Field.Length > 0).ToLookup(error => error.IsWritten ? error.Field : CamelCase(error.Field));
        if (fields.Count > 0 || refusal.Type == RefusalTypes.Validation)
        {
            problem.Extensions["errors"] = fields.ToDictionary(field => field.Key, field => field.Select(error => error.InWords(texts)).ToArray());
            problem.Extensions["codes"] = fields.ToDictionary(field => field.Key, field => field.Select(error => error.Code).ToArray());
        }
        return TypedResults.Problem(problem);
    }

    /// <summary>Writes a problem where no endpoint answers: from a middleware.</summary>
    public static Task Write(HttpContext context, int status, string type, string message)
    {
        var problem = Shape(status, type);
        problem.Detail = context.RequestServices.GetRequiredService<Texts>()[message];
        return TypedResults.Problem(problem).ExecuteAsync(context);
    }

    /// <summary>Writes the problem of a bare status, where nobody knows more.</summary>
    public static Task WriteStatus(HttpContext context, int status) => status switch
    {
        StatusCodes.Status400BadRequest => Write(context, status, RefusalTypes.Validation, "Refusal.NotTheJsonAsked"),
        StatusCodes.Status401Unauthorized => Write(context, status, "unauthenticated", "SignIn.TokenNeeded"),
        StatusCodes.Status403Forbidden => Write(context, status, RefusalTypes.Forbidden, "SignIn.RoleMayNot"),
        StatusCodes.Status404NotFound => Write(context, status, RefusalTypes.NotFound, "Refusal.NotFound"),
        StatusCodes.Status405MethodNotAllowed => Write(context, status, "method-not-allowed", "Refusal.MethodNotAllowed"),
        StatusCodes.Status406NotAcceptable => Write(context, status, "not-acceptable", "Refusal.NotAcceptable"),
        StatusCodes.Status408RequestTimeout => Write(context, status, "timeout", "Refusal.Timeout"),
        StatusCodes.Status413PayloadTooLarge => Write(context, status, "too-large", "Refusal.TooLarge"),
        StatusCodes.Status415UnsupportedMediaType => Write(context, status, "unsupported-media-type", "Refusal.UnsupportedMediaType"),
        StatusCodes.Status429TooManyRequests => Write(context, status, "rate-limited", "Refusal.RateLimited"),
        StatusCodes.Status503ServiceUnavailable => Write(context, status, "unavailable", "Refusal.Unavailable"),
        >= 500 => Write(context, status, "internal-error", "Refusal.InternalError"),
        _ => Write(context, status, "refused", "Refusal.NotTheJsonAsked"),
    };

    private static ProblemDetails Shape(int status, string type) => new() { Type = $"/problems/{type}", Title = type, Status = status };

    /// <summary><c>Beneficiary.FamilyName</c> → <c>beneficiary.familyName</c>; what stands in brackets stays, and so does a header's name.</summary>
    private static string CamelCase(string path) => path.Contains('-', StringComparison.Ordinal) ? path : string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
