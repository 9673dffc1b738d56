using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pimms.Kernel;

/// <summary>Shows a page with what the same person had typed on it before the session ended. The fields are filled in and nothing is sent.</summary>
internal sealed class ShowKeptForm(KeptForms kept) : IAsyncPageFilter
{
    /// <summary>Set in the view's data when the page shows such a form.</summary>
    public const string Shown = "KeptForm";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var executed = await next();
        if (!HttpMethods.IsGet(http.Request.Method) || executed.Result is not PageResult page || http.Request.Query[KeptForms.Key] is not [{ Length: > 0 } key]
            || http.User.FindFirstValue(SignInClaims.Subject) is not { } subject || await kept.Find(key, subject, http.Request.Path, http.RequestAborted) is not { } fields)
            return;

        var state = context.ModelState;
        foreach (var (name, values) in fields)
        {
            state.SetModelValue(name, values, string.Join(',', values));
            state.MarkFieldSkipped(name);
        }
        var data = page.ViewData ?? ((PageModel)context.HandlerInstance).ViewData;
        data[Shown] = true;
    }
}
