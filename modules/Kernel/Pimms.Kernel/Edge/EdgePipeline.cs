using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Pimms.Kernel;

/// <summary>What every request meets before and after the product itself, in three places of the pipeline.</summary>
public static class EdgePipeline
{
    /// <summary>First of all: the request's id, and what becomes of an answer that has no words yet, as problems for programs and as pages for people.</summary>
    public static void UseErrorAnswers(this IApplicationBuilder app, Action<IApplicationBuilder> failed)
    {
        app.UseMiddleware<RequestId>();
        app.UseMiddleware<OneHost>();
        app.UseExceptionHandler(failed);
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<ApiErrors>();
        app.Use((http, next) =>
        {
            // The page that says what went wrong is read, whatever was tried.
            if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
                http.Request.Method = HttpMethods.Get;
            return next(http);
        });
    }

    /// <summary>Before routing, in the caller's language: what may not even be looked at.</summary>
    public static void UseAddressGate(this IApplicationBuilder app)
    {
        app.UseMiddleware<AddressGate>();
        app.UseMiddleware<SignInLimit>();
        app.UseMiddleware<HeadAsGet>();
    }

    /// <summary>After authorization: what may not be answered, uploads that are too large, and texts that hold what none may.</summary>
    public static void UseBodyGate(this IApplicationBuilder app)
    {
        app.UseMiddleware<PageVerbs>();
        app.UseMiddleware<Acceptable>();
        app.UseMiddleware<UploadLimit>();
        app.UseMiddleware<BodyGate>();
    }
}
