using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Pimms.Kernel;

/// <summary>
/// Shows a form again that held what no text may: with what was typed, without that, and a word at each field that held it. What the page does
/// with a form that is sent is not done.
/// </summary>
internal sealed class ShowUnfitForm : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        if (IsSent(context.HttpContext))
            context.HandlerMethod = Shows(context.ActionDescriptor);
        return Task.CompletedTask;
    }

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!IsSent(context.HttpContext))
        {
            await next();
            return;
        }
        if (context.HandlerMethod is null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        // What the page's own fields say of what is missing in them is not what has to be put right.
        foreach (var entry in context.ModelState.Values)
            entry.Errors.Clear();
        var executed = await next();
        if (executed.Result is PageResult)
        {
            foreach (var field in UnfitText.In(context.HttpContext)!.Fields)
                context.ModelState.AddModelError(field, "Field.UnfitText");
            context.HttpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (executed.Result is not (NotFoundResult or ForbidResult or ChallengeResult) && executed.Exception is null)
        {
            executed.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>A form of this page; not the page that says what is wrong with an address.</summary>
    private static bool IsSent(HttpContext http) => UnfitText.In(http) is not null && http.Request.HasFormContentType && !HttpMethods.IsGet(http.Request.Method);

    private static HandlerMethodDescriptor? Shows(CompiledPageActionDescriptor page) =>
        page.HandlerMethods.FirstOrDefault(handler => HttpMethods.IsGet(handler.HttpMethod) && handler.Name is null);
}
