using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>What a request held that no text may, by the names of its fields; empty names are left out.</summary>
public sealed class UnfitText
{
    private const string Key = "Pimms.UnfitText";

    private UnfitText(IReadOnlyList<string> fields) => Fields = fields;

    /// <summary>The fields, headers or parameters that held it.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>What was found in this request; null when nothing was.</summary>
    public static UnfitText? In(HttpContext http) => http.Items[Key] as UnfitText;

    /// <summary>Notes what was found, for whoever answers.</summary>
    internal static void Note(HttpContext http, IEnumerable<string> fields) => http.Items[Key] = new UnfitText([.. fields.Distinct()]);

    /// <summary>Programs get a problem that names the fields, people the page of this status.</summary>
    internal static Task Refuse(HttpContext http, IEnumerable<string> fields)
    {
        Note(http, fields);
        if (!http.Request.IsApi())
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }
        var refusal = new Refusal(RefusalTypes.Validation, [.. In(http)!.Fields.Select(field => new FieldError(field, "Refusal.UnfitText"))]);
        return Problems.Of(refusal, http.RequestServices.GetRequiredService<Texts>()).ExecuteAsync(http);
    }
}
