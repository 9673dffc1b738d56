using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>
/// Stops an upload that is too large before anything of it is kept: by what it says of its length, else while it is read. What is within
/// bounds is buffered on disk by the framework, not in memory.
/// </summary>
internal sealed class UploadLimit(RequestDelegate next)
{
    // The other fields of a form, and what stands between the parts.
    private const long Besides = 256 * 1024;

    public async Task Invoke(HttpContext context)
    {
        if (!context.Request.HasFormContentType || context.Request.ContentType!.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        var most = ((context.GetEndpoint()?.Metadata.GetMetadata<TakesFilesAttribute>()?.Most ?? 1) * (long)DocumentIntake.MostBytes) + Besides;
        if (context.Request.ContentLength > most)
        {
            await Refuse(context);
            return;
        }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        try
        {
            await context.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = long.MaxValue, ValueCountLimit = 200 }, context.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await Refuse(context);
            return;
        }
        catch (InvalidDataException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        await next(context);
    }

    /// <summary>Programs get a problem, people the page of this status.</summary>
    private static Task Refuse(HttpContext context)
    {
        if (!context.Request.IsApi())
        {
            // The page that says so comes through here once more, with this same request.
            context.Request.ContentType = null;
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }
        var refusal = Problems.Of(DocumentIntake.Refused(DocumentRefusal.TooLarge), context.RequestServices.GetRequiredService<Texts>());
        refusal.ProblemDetails.Status = StatusCodes.Status413PayloadTooLarge;
        return TypedResults.Problem(refusal.ProblemDetails).ExecuteAsync(context);
    }
}
