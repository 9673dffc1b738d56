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
        var fields = refusal.Errors.Where(error => error.Field.Length > 0).GroupBy(error => CamelCase(error.Field)).ToDictionary(field => field.Key, field => field.Select(error => error.InWords(texts)).ToArray());
        if (fields.Count > 0 || refusal.Type == RefusalTypes.Validation)
            problem.Extensions["errors"] = fields;
        return TypedResults.Problem(problem);
    }

    /// <summary>Writes a problem where no endpoint answers: from a middleware.</summary>
    public static Task Write(HttpContext context, int status, string type, string message)
    {
        var problem = Shape(status, type);
        problem.Detail = context.RequestServices.GetRequiredService<Texts>()[message];
        return TypedResults.Problem(problem).ExecuteAsync(context);
    }

    private static ProblemDetails Shape(int status, string type) => new() { Type = $"/problems/{type}", Title = type, Status = status };

    /// <summary><c>Beneficiary.FamilyName</c> → <c>beneficiary.familyName</c>; what stands in brackets stays, and so does a header's name.</summary>
    private static string CamelCase(string path) => path.Contains('-', StringComparison.Ordinal) ? path : string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
