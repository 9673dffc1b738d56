using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Pimms.Kernel;

/// <summary>
/// Nothing that a program sends is dropped in silence: what an endpoint does not read, in the address, the body or a form's parts, is
/// refused before the endpoint is asked, at once and by name. What it reads is taken from the endpoint itself, so no endpoint can forget it.
/// </summary>
internal sealed class StrictRequests(RequestDelegate next, IOptions<JsonOptions> json)
{
    private readonly ConcurrentDictionary<Endpoint, QueryCheck> queries = new();

    public async Task Invoke(HttpContext context)
    {
        if (!context.Request.IsApi() || context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }
        List<FieldError> wrong = [.. queries.GetOrAdd(endpoint, asked => new(asked)).Wrong(context.Request.Query)];
        var reads = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        if (context.Request.HasFormContentType)
            wrong.AddRange(WrongParts(await context.Request.ReadFormAsync(context.RequestAborted), reads));
        else if (context.Request.HasJsonContentType())
            wrong.AddRange(await WrongBody(context.Request, reads ?? typeof(NoBody)));
        if (wrong.Count == 0)
            await next(context);
        else
            await Problems.Of(new(RefusalTypes.Validation, [.. wrong]), context.RequestServices.GetRequiredService<Texts>()).ExecuteAsync(context);
    }

    private async Task<IEnumerable<FieldError>> WrongBody(HttpRequest request, Type reads)
    {
        request.EnableBuffering();
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            var check = new BodyCheck(json.Value.SerializerOptions);
            if (body.RootElement.ValueKind != JsonValueKind.Null)
                check.Read(body.RootElement, json.Value.SerializerOptions.GetTypeInfo(reads), "");
            return check.Errors;
        }
        catch (JsonException)
        {
            // Nothing at all, or no JSON: the endpoint knows whether it can do without.
            return [];
        }
        finally
        {
            request.Body.Position = 0;
        }
    }

    private IEnumerable<FieldError> WrongParts(IFormCollection form, Type? reads)
    {
        var known = reads is null ? [] : json.Value.SerializerOptions.GetTypeInfo(reads).Properties.ToDictionary(property => property.Name, property => property.PropertyType, StringComparer.Ordinal);
        foreach (var name in form.Keys.Concat(form.Files.Select(file => file.Name)).GroupBy(name => name, StringComparer.Ordinal))
        {
            if (!known.TryGetValue(name.Key, out var type))
                yield return Refused(name.Key, "Api.UnknownField");
            else if (name.Count() > 1 || form[name.Key].Count > 1)
                yield return Refused(name.Key, "Api.GivenTwice");
            else if (form.TryGetValue(name.Key, out var text) && type == typeof(IFormFile))
                yield return Refused(name.Key, "Api.WrongType", "file");
            else if (text.ToString() is { Length: > 0 } value && !WireTypes.Fits(type, value))
                yield return Refused(name.Key, "Api.UnknownValue", (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } named ? string.Join(", ", Enum.GetNames(named)) : WireTypes.NameOf(type));
        }
    }

    private static FieldError Refused(string name, string message, params object?[] args) => new(name.Length <= 100 ? name : name[..100], message, [.. args]) { IsWritten = true };

    private sealed record NoBody;
}
