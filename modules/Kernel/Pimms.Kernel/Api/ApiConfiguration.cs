using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
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
            options.SerializerOptions.Converters.Add(new ExactEnums(camelCase: false));
            options.SerializerOptions.Converters.Add(new UtcConverter());
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.PropertyNameCaseInsensitive = false;
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.TypeInfoResolver = options.SerializerOptions.TypeInfoResolver!.WithAddedModifier(ExactEnums.InCamelCase).WithAddedModifier(WireTypes.WithoutAddress);
        })
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .AddExceptionHandler<ApiExceptions>()
        .AddSingleton<IProblemDetailsWriter, ProblemWriter>()
        .AddProblemDetails();

    /// <summary>Refuses what an endpoint would not read; after the caller is known to be one who may ask it.</summary>
    public static IApplicationBuilder UseStrictRequests(this IApplicationBuilder app) => app.UseMiddleware<StrictRequests>();

    private sealed class UtcConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(System.Text.Json.Utf8JsonWriter writer, DateTimeOffset value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime);
    }
}
