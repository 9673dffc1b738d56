using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pimms.Kernel;

/// <summary>
/// A page that only reads asks several questions, its menu's included: they share one transaction, which ends before anything is shown.
/// It sees one state of things, and saves the beginnings and ends.
/// </summary>
internal sealed class ReadInOneTransaction(DatabaseSession session, Menus menus) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            await next();
            return;
        }

        session.Hold();
        var executed = await next();
        if (executed.Exception is not null)
        {
            // The page that says so asks questions again, and a failed transaction answers none.
            await session.Rollback();
            return;
        }
        if (executed.Result is PageResult)
            await menus.Items(context.HttpContext.RequestAborted);
        await session.Complete(context.HttpContext.RequestAborted);
    }
}
