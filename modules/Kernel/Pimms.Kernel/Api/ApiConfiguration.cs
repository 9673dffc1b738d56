using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>The shape of all JSON, and what becomes of a body that is not the JSON that was asked for.</summary>
public static class ApiConfiguration
{
    /// <summary>camelCase, enumerations by name, times in UTC, RFC 9457 problems.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
            options.SerializerOptions.Converters.Add(new UtcConverter());
        })
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .AddExceptionHandler<BadRequests>();

    private sealed class UtcConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(System.Text.Json.Utf8JsonWriter writer, DateTimeOffset value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime);
    }

    private sealed class BadRequests : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            // By now the request's own path is already that of the error page.
            var asked = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path;
            if (exception is not BadHttpRequestException || !new PathString(asked).StartsWithSegments("/api"))
                return false;
            // Where in the body it went wrong; never what stood there.
            var path = (exception.InnerException as System.Text.Json.JsonException)?.Path?.TrimStart('$', '.') ?? "";
            var refusal = new Refusal(RefusalTypes.Validation, [new(path, "Refusal.NotTheJsonAsked")]);
            await Problems.Of(refusal, httpContext.RequestServices.GetRequiredService<Texts>()).ExecuteAsync(httpContext);
            return true;
        }
    }
}
