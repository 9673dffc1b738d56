using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Pimms.Kernel;

/// <summary>Writes every problem in the one form, whatever the caller accepts, with the id of its request.</summary>
internal sealed class ProblemWriter(IOptions<JsonOptions> json) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        // A trace id would make the answer to somebody else's id differ from that to an unknown one.
        context.ProblemDetails.Extensions.Remove("traceId");
        context.ProblemDetails.Extensions["requestId"] = http.TraceIdentifier;
        return new(http.Response.WriteAsJsonAsync(context.ProblemDetails, json.Value.SerializerOptions, "application/problem+json", http.RequestAborted));
    }
}
